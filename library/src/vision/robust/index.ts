/**
 * Models that most of the data agree on.
 *
 * @module
 */
export { fitAffine, fitHomography, fitSimilarity, transformPoints } from "./fit.ts";
export { fitLine } from "./line.ts";
export type { Line } from "./line.ts";
export { ransacLine, ransacTransform } from "./ransac.ts";
export type {
  RansacOptions,
  RansacResult,
  RansacTransformOptions,
  TransformKind,
} from "./ransac.ts";
