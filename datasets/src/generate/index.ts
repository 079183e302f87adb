/**
 * Images, tables, texts and tunes made from a seed, for what no bundled data shows: the same seed
 * gives the same bytes.
 *
 * @module
 */
export { discs, type DiscsOptions, type SegmentationImages } from "./discs.ts";
export { faces, type Expression, type FaceImages, type FacesOptions } from "./faces/index.ts";
export {
  housing,
  type Condition,
  type District,
  type EnergyClass,
  type HomeKind,
  type HomeSale,
  type Housing,
  type HousingOptions,
  type HousingTruth,
} from "./housing/index.ts";
export type { ImageBatch } from "./options.ts";
export {
  phantoms,
  type BodyPart,
  type Modality,
  type Phantoms,
  type PhantomsOptions,
} from "./phantoms/index.ts";
export { shapes, type ShapeBox, type ShapeScenes, type ShapesOptions } from "./shapes.ts";
export type { ShapeClass } from "./silhouette.ts";
export { strokeDigits, type LabelledDigits, type StrokeDigitsOptions } from "./stroke-digits.ts";
export { reviews, type Reviews, type ReviewsOptions } from "./text/reviews.ts";
export { sentences, type Sentences, type SentencesOptions } from "./text/sentences.ts";
export {
  tunes,
  type Meter,
  type Mode,
  type Tune,
  type TuneNote,
  type Tunes,
  type TunesOptions,
} from "./tunes/index.ts";
export { generatorInfo, generatorNames, type GeneratorInfo, type GeneratorName } from "./cards.ts";
