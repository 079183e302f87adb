/** Corners `[x0, y0, x1, y1]`: left, top, right, bottom, with x1 ≥ x0 and y1 ≥ y0; any unit. */
export type XYXY = readonly [x0: number, y0: number, x1: number, y1: number];

/** Centre and size `[cx, cy, width, height]`, as detectors such as YOLO predict boxes. */
export type CXCYWH = readonly [cx: number, cy: number, width: number, height: number];

/** A class: its name or its number. */
export type Label = string | number;

/** A box around an object. The right and bottom edges lie beyond the last pixel: `[0, 0, 2, 2]` covers four pixels. */
export interface Box {
  readonly box: XYXY;
  readonly label: Label;
  /** How sure a detector is, the higher the surer; annotations have none. */
  readonly score?: number;
}

/** A box that a detector found. */
export interface ScoredBox extends Box {
  readonly score: number;
}

/**
 * Centre and size to corners.
 *
 * @throws RangeError for a negative size or a value that is not finite.
 * @example
 * cxcywhToXyxy([5, 5, 4, 2]); // [3, 4, 7, 6]
 */
export function cxcywhToXyxy(box: CXCYWH): [number, number, number, number] {
  const [cx, cy, width, height] = checkFour(box, "[cx, cy, width, height]");
  if (width < 0 || height < 0) {
    throw new RangeError(
      `A box [cx, cy, width, height] has a width and a height of 0 or more; got ${show(box)}.`,
    );
  }
  return [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
}

/**
 * Corners to centre and size.
 *
 * @throws RangeError for corners in the wrong order or a value that is not finite.
 * @example
 * xyxyToCxcywh([3, 4, 7, 6]); // [5, 5, 4, 2]
 */
export function xyxyToCxcywh(box: XYXY): [number, number, number, number] {
  const [x0, y0, x1, y1] = checkCorners(box);
  return [(x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0];
}

/** The corners of a box given either way, checked. */
export function corners(box: XYXY | Box): XYXY {
  return checkCorners("box" in box ? box.box : box);
}

function checkCorners(box: XYXY): XYXY {
  const [x0, y0, x1, y1] = checkFour(box, "[x0, y0, x1, y1]");
  if (x1 < x0 || y1 < y0) {
    throw new RangeError(
      `A box [x0, y0, x1, y1] has x1 ≥ x0 and y1 ≥ y0; got ${show(box)}. A box given as centre and size goes through cxcywhToXyxy first.`,
    );
  }
  return box;
}

function checkFour<Four extends readonly number[]>(box: Four, form: string): Four {
  if (!Array.isArray(box) || box.length !== 4 || !box.every((value) => Number.isFinite(value))) {
    throw new RangeError(`A box is four finite numbers ${form}; got ${show(box)}.`);
  }
  return box;
}

function show(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(String).join(", ")}]` : String(value);
}
