/**
 * Losses beside TensorFlow.js's own: each makes a function for `model.compile({ loss })` that gives one loss
 * a sample, so that weights of samples and classes apply.
 *
 * @module
 */
export {
  binaryCrossentropy,
  binaryFocal,
  categoricalCrossentropy,
  categoricalFocal,
  type ClassOptions,
  type FocalOptions,
} from "./classes.ts";
export type { Loss } from "./contract.ts";
export { contrastive, dice, huber, triplet } from "./others.ts";
