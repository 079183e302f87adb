import { nearest } from "../nearest.ts";

/** What there is to know about a generator before it is used. */
export interface GeneratorInfo {
  readonly name: GeneratorName;
  readonly title: string;
  /** What it makes. */
  readonly description: string;
  /** What it is for. */
  readonly purpose: string;
  /** How it makes it. */
  readonly method: string;
  /** What is known of what it makes. */
  readonly truth: string;
}

const cards = {
  discs: {
    title: "Discs among squares",
    description: "Grey images of bright discs, with squares as bright that are none.",
    purpose: "Segmentation where brightness alone does not do.",
    method: "Filled shapes over a drifting brightness, with normal noise.",
    truth: "A mask of the discs that are seen.",
  },
  faces: {
    title: "Drawn faces",
    description: "Grey faces of five expressions, turned and lit from a random side.",
    purpose: "Expression, pose and landmarks without anybody's picture.",
    method: "Features painted on a ball, which is turned, lit and seen from the front.",
    truth: "Expression, yaw, pitch and roll, eleven landmarks, glasses.",
  },
  housing: {
    title: "Homes sold in a made-up city",
    description: "A table of 14 columns with places, gaps and slips of the pen.",
    purpose: "Regression, cleaning and imputation where the right answer is known.",
    method: "The logarithm of a price is a sum of documented parts, some interacting, and noise.",
    truth: "Expected prices, the noise, which rows are slips; gaps are not all at random.",
  },
  phantoms: {
    title: "Phantoms of CT and MRI",
    description: "Slices of heads and abdomens, some with tumours. Not for medicine.",
    purpose: "Segmentation, detection, denoising, correction of bias fields.",
    method: "Wavering ellipses of tissue, a coil's field, noise as scanners have it.",
    truth: "Masks of organs and tumours, the images without noise, the field.",
  },
  reviews: {
    title: "Reviews of a grammar",
    description: "Short reviews of cameras, restaurants, films and hotels.",
    purpose: "Sentiment and topic, where the order of words counts.",
    method: "Statements of aspects, by negation or with a concession in shares you choose.",
    truth: "Sentiment and topic.",
  },
  sentences: {
    title: "Sentences of a grammar",
    description: "Sentences of 58 words and marks whose verbs agree with far subjects.",
    purpose: "Language models whose best possible loss is known.",
    method: "A context-free grammar with probabilities and nested clauses.",
    truth: "Each sentence's probability, the number of its subject, where its verb stands.",
  },
  shapes: {
    title: "Scenes of shapes",
    description: "Circles, squares and triangles over a shaded ground, in grey or colour.",
    purpose: "Detection, segmentation and counting.",
    method: "Filled shapes that may cover one another, with normal noise.",
    truth: "Boxes, masks of classes and of single shapes.",
  },
  strokeDigits: {
    title: "Digits as a pen draws them",
    description: "Bright digits on dark, 28 × 28 pixels unless told otherwise.",
    purpose: "Classification of images, offline.",
    method: "Strokes of a pen, bent, slanted, turned, thick or thin, with normal noise.",
    truth: "Which digit it is.",
  },
  tunes: {
    title: "Simple tunes",
    description: "Melodies of sixteen bars in twelve keys and three meters.",
    purpose: "Models of sequences; telling major from minor.",
    method: "Form AABA over four chords, tones of the chord on the beat, small steps between.",
    truth: "Key, mode, meter, chords, every note, and the tune in ABC notation.",
  },
} as const;

export type GeneratorName = keyof typeof cards;

/** The names of the generators, in the order of the alphabet. */
export function generatorNames(): GeneratorName[] {
  return Object.keys(cards).sort() as GeneratorName[];
}

/**
 * The card of a generator: what it makes, how, what for, and what is known of it.
 *
 * @throws RangeError with the nearest names where there is no such generator
 * @example
 * generatorInfo("tunes").truth; // "Key, mode, meter, chords, every note, and the tune in ABC notation."
 */
export function generatorInfo(name: GeneratorName): GeneratorInfo {
  if (Object.hasOwn(cards, name)) return { name, ...cards[name] };
  const near = nearest(String(name), generatorNames()).map((n) => `"${n}"`);
  const question = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  throw new RangeError(
    `There is no generator "${String(name)}".${question} There are: ${generatorNames().join(", ")}.`,
  );
}
