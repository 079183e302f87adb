import * as vision from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";
import type { Comparison } from "../page/comparisons.ts";

type Named = Record<string, Answer>;
type One = "gray" | "rgb" | "mask" | "letters" | "erodeTwice" | "dilateFloats";
type Many = "elements" | "erode" | "dilate" | "ops" | "patterns" | "hitOrMiss" | "skeleton";
const answers = readAnswers<Record<One, Answer> & Record<Many, Named>>("morphology");
const [gray, rgb, mask, letters] = [answers.gray, answers.rgb, answers.mask, answers.letters].map(
  (answer) => asImage(answer),
);
const { blackHat, closing, morphologicalGradient, opening, topHat } = vision;
const ops = { blackHat, closing, morphologicalGradient, opening, topHat };

const against = (
  subject: string,
  what: string,
  oracle: string,
  ours: () => Parameters<typeof sameValues>[0],
  theirs: Answer,
): Comparison => ({
  subject,
  what,
  oracle,
  tolerance: 0,
  compare: () => {
    sameValues(ours(), theirs, 0);
  },
});

const binary = (image: vision.Image) => ({ data: image.data.map(Math.sign), shape: image.shape });

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.elements).map(([key, theirs]) => {
    const [shape, height, width] = key.split(",");
    const element = () =>
      vision.structuringElement(shape as "rect", [Number(height), Number(width)]);
    return against(
      "structuringElement",
      key,
      "OpenCV",
      () => ({ data: element().flat(), shape: theirs.shape }),
      theirs,
    );
  }),
  ...Object.entries(answers.erode).map(([key, theirs]) =>
    against("erode", key, "OpenCV", () => vision.erode(gray, answers.elements[key]), theirs),
  ),
  ...Object.entries(answers.dilate).map(([key, theirs]) =>
    against("dilate", key, "OpenCV", () => vision.dilate(gray, answers.elements[key]), theirs),
  ),
  against(
    "erode",
    "RGB twice",
    "OpenCV",
    () => vision.erode(rgb, undefined, 2),
    answers.erodeTwice,
  ),
  against(
    "dilate",
    "floats",
    "OpenCV",
    () => vision.dilate(gray.toFloat(), answers.elements["rect,5,5"]),
    answers.dilateFloats,
  ),
  ...Object.entries(answers.ops).map(([key, theirs]) => {
    const [name, ...element] = key.split(",");
    const work = ops[name as keyof typeof ops];
    return against(
      name,
      element.join(),
      "OpenCV",
      () => work(gray, answers.elements[element.join()]),
      theirs,
    );
  }),
  ...Object.entries(answers.hitOrMiss).map(([name, theirs]) =>
    against(
      "hitOrMiss",
      name,
      "OpenCV",
      () => vision.hitOrMiss(mask, answers.patterns[name]),
      theirs,
    ),
  ),
  ...Object.entries(answers.skeleton).map(([name, theirs]) =>
    against(
      "skeletonize",
      name,
      "scikit-image",
      () => binary(vision.skeletonize(name === "mask" ? mask : letters)),
      theirs,
    ),
  ),
];
