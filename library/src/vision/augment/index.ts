/**
 * Augmentation: random changes that move boxes, masks and key points along with the picture.
 *
 * @module
 */
export { augment } from "./augment.ts";
export type { Augmentation, AugmentOptions } from "./augment.ts";
export { randomCrop, randomResizedCrop } from "./crop.ts";
export type { RandomCropOptions, RandomResizedCropOptions } from "./crop.ts";
export { cutmix, mixup, mosaic } from "./mix.ts";
export type { Mixed, MixOptions, MosaicOptions } from "./mix.ts";
export { colorJitter, cutout, randomBlur, randomNoise } from "./pixels.ts";
export type {
  ColorJitterOptions,
  CutoutOptions,
  RandomBlurOptions,
  RandomNoiseOptions,
} from "./pixels.ts";
export { randomAffine, randomFlip, randomRotate } from "./place.ts";
export type { RandomAffineOptions, RandomFlipOptions } from "./place.ts";
export type { Augmented, Sample } from "./sample.ts";
export type { AugmentStep, StepOptions } from "./step.ts";
