/**
 * Features: textures, gradients, corners, blobs, descriptors and their matches, templates, flow.
 *
 * A key point at whole numbers is the middle of that pixel, as in `image.at(y, x)`.
 *
 * @module
 */
export { blobDog, blobLog } from "./blobs.ts";
export type { BlobDogOptions, BlobLogOptions, BlobOptions } from "./blobs.ts";
export { briefDescriptors } from "./brief.ts";
export type { BriefOptions, DescribedKeypoints } from "./brief.ts";
export { cornerHarris, cornerShiTomasi } from "./corners.ts";
export type { HarrisOptions, ShiTomasiOptions } from "./corners.ts";
export { cornerFast } from "./fast.ts";
export type { FastOptions } from "./fast.ts";
export { graycomatrix, graycoprops } from "./glcm.ts";
export type { Graycomatrix, GraycomatrixOptions, GraycoProperty } from "./glcm.ts";
export { hog } from "./hog.ts";
export type { HogFeatures, HogOptions } from "./hog.ts";
export { haarFeature, integralImage, integralSum } from "./integral.ts";
export type { HaarFeature, IntegralImage } from "./integral.ts";
export { lbpHistogram, localBinaryPattern } from "./lbp.ts";
export type { LbpMethod, LbpOptions } from "./lbp.ts";
export { matchDescriptors } from "./match.ts";
export type { DescriptorMatch, Descriptors, MatchOptions } from "./match.ts";
export { opticalFlow } from "./optical-flow.ts";
export type { OpticalFlowOptions, TrackedPoint } from "./optical-flow.ts";
export { orb } from "./orb.ts";
export type { OrbOptions } from "./orb.ts";
export { localPeaks } from "./peaks.ts";
export type { Keypoint, PeakOptions } from "./peaks.ts";
export { matchTemplate } from "./template.ts";
export type { TemplateMethod, TemplateOptions } from "./template.ts";
