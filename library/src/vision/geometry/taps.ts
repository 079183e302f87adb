/** Which values of an axis make each value of the new axis, `size` of them with a weight each. */
export interface Taps {
  readonly size: number;
  readonly indices: Int32Array;
  readonly weights: Float64Array;
}

/** How values in between are found. */
export type Interpolation = "nearest" | "bilinear" | "bicubic" | "lanczos" | "area";

const triangle = (x: number): number => Math.max(0, 1 - Math.abs(x));

/** Keys's cubic (1981); OpenCV takes a = -0.75, and Pillow -0.5. */
export function cubic(x: number, a: number): number {
  const at = Math.abs(x);
  if (at < 1) return ((a + 2) * at - (a + 3)) * at * at + 1;
  return at < 2 ? (((at - 5) * at + 8) * at - 4) * a : 0;
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= 3) return 0;
  const at = Math.PI * x;
  return (3 * Math.sin(at) * Math.sin(at / 3)) / (at * at);
}

const kernels: Record<
  Exclude<Interpolation, "nearest" | "area">,
  { reach: number; weigh: (x: number) => number }
> = {
  bilinear: { reach: 1, weigh: triangle },
  bicubic: { reach: 2, weigh: (x) => cubic(x, -0.5) },
  lanczos: { reach: 3, weigh: lanczos },
};

/** Taps of an axis from `length` to `size` values; `antialias` widens them where it shrinks. */
export function axisTaps(
  length: number,
  size: number,
  method: Interpolation,
  antialias: boolean,
): Taps {
  const scale = length / size;
  if (method === "nearest") {
    return taps(size, 1, (i, put) => {
      put(Math.min(length - 1, Math.floor(i * scale)), 1);
    });
  }
  if (method === "area") {
    return taps(size, Math.ceil(scale) + 1, (i, put) => {
      for (let at = Math.floor(i * scale); at < (i + 1) * scale && at < length; at++)
        put(at, (Math.min(at + 1, (i + 1) * scale) - Math.max(at, i * scale)) / scale);
    });
  }
  if (!antialias) return plainTaps(length, size, scale, method);
  const { reach, weigh } = kernels[method];
  const wider = Math.max(1, scale);
  const support = reach * wider;
  return taps(size, 2 * Math.ceil(support) + 1, (i, put) => {
    const middle = (i + 0.5) * scale;
    const first = Math.max(0, Math.floor(middle - support + 0.5));
    const last = Math.min(length, Math.floor(middle + support + 0.5));
    for (let at = first; at < last; at++) put(at, weigh((at + 0.5 - middle) / wider));
  });
}

/** Values beyond the edge are the edge's. */
function plainTaps(length: number, size: number, scale: number, method: Interpolation): Taps {
  const { reach, weigh } =
    method === "bicubic"
      ? { reach: 2, weigh: (x: number) => cubic(x, -0.75) }
      : kernels[method as "bilinear"];
  return taps(size, 2 * reach, (i, put) => {
    const middle = (i + 0.5) * scale - 0.5;
    const first = Math.floor(middle) - reach + 1;
    for (let at = first; at < first + 2 * reach; at++)
      put(Math.min(length - 1, Math.max(0, at)), weigh(at - middle));
  });
}

/** Collects taps and makes the weights of each value sum to 1. */
function taps(
  count: number,
  size: number,
  fill: (i: number, put: (index: number, weight: number) => void) => void,
): Taps {
  const indices = new Int32Array(count * size);
  const weights = new Float64Array(count * size);
  for (let i = 0; i < count; i++) {
    let to = i * size;
    let sum = 0;
    fill(i, (index, weight) => {
      indices[to] = index;
      weights[to++] = weight;
      sum += weight;
    });
    for (let at = i * size; at < to; at++) weights[at] /= sum;
  }
  return { size, indices, weights };
}
