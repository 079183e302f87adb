/**
 * Shapes grown, shrunk and thinned.
 *
 * @module
 */
export { structuringElement } from "./element.ts";
export {
  blackHat,
  closing,
  dilate,
  erode,
  hitOrMiss,
  morphologicalGradient,
  opening,
  topHat,
} from "./morphology.ts";
export { skeletonize } from "./skeletonize.ts";
