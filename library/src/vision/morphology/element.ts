import { checkChoice, checkCount } from "../core/index.ts";
import { readNdArray } from "../ndarray.ts";
import type { NdArrayLike } from "../ndarray.ts";

/**
 * A structuring element: rows of 0 and 1. An ellipse fills its rectangle. OpenCV's
 * getStructuringElement.
 *
 * @param size - The side, or height and width.
 * @throws RangeError for a size that is no count.
 * @example
 * structuringElement("cross", 3); // [[0, 1, 0], [1, 1, 1], [0, 1, 0]]
 */
export function structuringElement(
  shape: "rect" | "cross" | "ellipse",
  size: number | readonly [height: number, width: number],
): number[][] {
  checkChoice("shape", shape, ["rect", "cross", "ellipse"]);
  const [height, width] = typeof size === "number" ? [size, size] : size;
  checkCount("size", height);
  checkCount("size", width);
  const [middleY, middleX] = [height >> 1, width >> 1];
  return Array.from({ length: height }, (_, y) => {
    let [from, to] = [0, width - 1];
    if (shape === "cross" && y !== middleY) from = to = middleX;
    if (shape === "ellipse") {
      const down = y - middleY;
      const half = Math.round(
        middleX *
          Math.sqrt(Math.max(0, middleY * middleY - down * down) / (middleY * middleY || 1)),
      );
      from = Math.max(middleX - half, 0);
      to = Math.min(middleX + half, width - 1);
    }
    return Array.from({ length: width }, (__, x) => (x >= from && x <= to ? 1 : 0));
  });
}

/** Weights with a shape. */
export interface Element {
  readonly height: number;
  readonly width: number;
  readonly data: readonly number[];
}

/** An element as the functions take it. */
export function readElement(element: NdArrayLike): Element {
  const { data, shape } = readNdArray(element, "structuring element");
  if (shape.length !== 2) {
    throw new RangeError(
      `A structuring element has the shape [rows, columns]; this one has [${shape.join(", ")}].`,
    );
  }
  const values = Array.from(data);
  if (values.every((value) => value === 0))
    throw new RangeError("A structuring element has at least one 1; this one is all 0.");
  return { height: shape[0], width: shape[1], data: values };
}
