/** Width of the committed pictures, in pixels. */
export const smallWidth = 160;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A picture made small: each pixel is the mean of those it stands for. */
export function small({ width, height, rgba }: Pixels): Pixels {
  const to = { width: smallWidth, height: Math.max(1, Math.round((height * smallWidth) / width)) };
  const out = new Uint8Array(4 * to.width * to.height).fill(255);
  const edge = (i: number, from: number, size: number) => Math.round((i * size) / from);
  for (let y = 0; y < to.height; y++)
    for (let x = 0; x < to.width; x++) {
      const sums = [0, 0, 0];
      let count = 0;
      const right = Math.max(edge(x, to.width, width) + 1, edge(x + 1, to.width, width));
      const bottom = Math.max(edge(y, to.height, height) + 1, edge(y + 1, to.height, height));
      for (let v = edge(y, to.height, height); v < bottom; v++)
        for (let u = edge(x, to.width, width); u < right; u++, count++)
          for (let c = 0; c < 3; c++)
            sums[c] = (sums[c] ?? 0) + (rgba[4 * (v * width + u) + c] ?? 0);
      for (let c = 0; c < 3; c++)
        out[4 * (y * to.width + x) + c] = Math.round((sums[c] ?? 0) / count);
    }
  return { ...to, rgba: out };
}

/** How two pictures of one size differ: on average, and how many pixels are another colour. */
export function difference(a: Pixels, b: Pixels): { mean: number; far: number } {
  let sum = 0;
  let far = 0;
  for (let i = 0; i < a.rgba.length; i += 4) {
    const gaps = [0, 1, 2].map((c) => Math.abs((a.rgba[i + c] ?? 0) - (b.rgba[i + c] ?? 0)));
    sum += (gaps[0] ?? 0) + (gaps[1] ?? 0) + (gaps[2] ?? 0);
    if (Math.max(...gaps) > 48) far++;
  }
  const pixels = a.rgba.length / 4;
  return { mean: sum / (3 * pixels), far: far / pixels };
}
