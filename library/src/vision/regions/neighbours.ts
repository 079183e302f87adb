/** Pixels touch at sides (4), or at corners too (8). */
export type Connectivity = 4 | 8;

/** @throws RangeError for another number. */
export function checkConnectivity(value: number): void {
  if (value !== 4 && value !== 8)
    throw new RangeError(`The option connectivity is 4 or 8; it was ${value}.`);
}

/** A number for every pixel: which region it is in, 0 for none. */
export interface Labels {
  readonly data: Int32Array;
  readonly shape: [height: number, width: number];
}
