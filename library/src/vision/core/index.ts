/**
 * What the folders of vision share: checks, borders and channels as floats. Nothing of it is public but
 * the types of options.
 *
 * @module
 */
export { borderIndex, borderIndices, borderModes, borderOptions } from "./border.ts";
export type { BorderMode, BorderOptions } from "./border.ts";
export { checkChoice, checkCount, checkFinite, checkOdd, checkPositive } from "./checks.ts";
export { asType, joinPlanes, mapPlanes, padPlane, planeOf } from "./planes.ts";
export type { Margins, Plane } from "./planes.ts";
