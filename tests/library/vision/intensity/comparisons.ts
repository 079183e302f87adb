import {
  adaptiveThreshold,
  adjustGamma,
  clahe,
  equalizeHistogram,
  histogram,
  type Image,
  liThreshold,
  otsuThreshold,
  stretchContrast,
  threshold,
  type ThresholdKind,
  triangleThreshold,
} from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";
import { close } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

type Named = Record<string, Answer>;
type Three = [number, number, number];
interface Answers extends Record<"gray" | "floats" | "face" | "rgb" | "mask", Answer> {
  readonly histogram: Answer;
  readonly histogramMask: Answer;
  readonly histogramFloats: Answer;
  readonly equalize: Named;
  readonly equalizeFloats: Answer;
  readonly clahe: Named;
  readonly gamma: Named;
  readonly gammaFloats: Answer;
  readonly stretch: Answer;
  readonly stretchPercent: Answer;
  readonly stretchBytes: Answer;
  readonly threshold: Named;
  readonly thresholdFloats: Answer;
  readonly otsuCv: [number, number];
  readonly otsu: Three;
  readonly li: Three;
  readonly triangle: Three;
  readonly adaptive: Named;
}

const answers = readAnswers<Answers>("intensity");
const [gray, floats, face] = [answers.gray, answers.floats, answers.face].map((a) => asImage(a));
const images: Record<string, Image> = { gray, face };

const against = (
  subject: string,
  what: string,
  oracle: string,
  tolerance: number,
  ours: () => Parameters<typeof sameValues>[0],
  theirs: Answer,
): Comparison => ({
  subject,
  what,
  oracle,
  tolerance,
  compare: () => {
    sameValues(ours(), theirs, tolerance);
  },
});

const counts = (found: { counts: number[] }) => ({
  data: found.counts,
  shape: [found.counts.length],
});

const levels = (
  subject: string,
  find: (image: Image) => number,
  oracle: string,
  theirs: readonly number[],
  tolerance: number,
): Comparison[] =>
  theirs.map((answer, i) => ({
    subject,
    what: ["bytes", "a photograph", "floats"][i],
    oracle,
    tolerance,
    compare: () => {
      close(find([gray, face, floats][i]), answer, tolerance);
    },
  }));

export const comparisons: readonly Comparison[] = [
  against("histogram", "256 bins", "OpenCV", 0, () => counts(histogram(gray)), answers.histogram),
  against(
    "histogram",
    "16 bins under a mask",
    "OpenCV",
    0,
    () => counts(histogram(gray, { bins: 16, mask: asImage(answers.mask) })),
    answers.histogramMask,
  ),
  against(
    "histogram",
    "floats in a range",
    "numpy",
    0,
    () => counts(histogram(floats, { bins: 10, range: [0.2, 0.7] })),
    answers.histogramFloats,
  ),
  against(
    "equalizeHistogram",
    "bytes",
    "OpenCV",
    0,
    () => equalizeHistogram(gray),
    answers.equalize.gray,
  ),
  against(
    "equalizeHistogram",
    "a photograph",
    "OpenCV",
    0,
    () => equalizeHistogram(face),
    answers.equalize.face,
  ),
  against(
    "equalizeHistogram",
    "floats",
    "scikit-image",
    1e-5,
    () => equalizeHistogram(floats),
    answers.equalizeFloats,
  ),
  ...Object.entries(answers.clahe).map(([key, theirs]) => {
    const [name, clipLimit, rows, columns] = key.split(",");
    const options = {
      clipLimit: Number(clipLimit),
      tiles: [Number(rows), Number(columns)] as const,
    };
    return against("clahe", key, "OpenCV", 1, () => clahe(images[name], options), theirs);
  }),
  against(
    "adjustGamma",
    "0.5",
    "scikit-image",
    0,
    () => adjustGamma(gray, 0.5),
    answers.gamma["0.5"],
  ),
  against(
    "adjustGamma",
    "2.2 with a gain",
    "scikit-image",
    0,
    () => adjustGamma(gray, 2.2, 0.9),
    answers.gamma["2.2"],
  ),
  against(
    "adjustGamma",
    "floats",
    "scikit-image",
    1e-6,
    () => adjustGamma(floats, 1.7),
    answers.gammaFloats,
  ),
  against(
    "stretchContrast",
    "from the lowest to the highest",
    "scikit-image",
    1e-6,
    () => stretchContrast(floats),
    answers.stretch,
  ),
  against(
    "stretchContrast",
    "percentiles",
    "scikit-image",
    1e-6,
    () => stretchContrast(floats, { percentiles: [5, 90] }),
    answers.stretchPercent,
  ),
  against(
    "stretchContrast",
    "bytes",
    "numpy",
    0,
    () => stretchContrast(gray, { from: [40, 160] }),
    answers.stretchBytes,
  ),
  ...Object.entries(answers.threshold).map(([kind, theirs]) =>
    against(
      "threshold",
      kind,
      "OpenCV",
      0,
      () => threshold(gray, 90, kind as ThresholdKind),
      theirs,
    ),
  ),
  against(
    "threshold",
    "floats",
    "OpenCV",
    0,
    () => threshold(floats, 0.4),
    answers.thresholdFloats,
  ),
  ...levels("otsuThreshold", otsuThreshold, "OpenCV", answers.otsuCv, 0),
  ...levels("otsuThreshold", otsuThreshold, "scikit-image", answers.otsu, 1e-6),
  ...levels("liThreshold", liThreshold, "scikit-image", answers.li, 1e-5),
  ...levels("triangleThreshold", triangleThreshold, "scikit-image", answers.triangle, 1e-6),
  ...Object.entries(answers.adaptive).map(([key, theirs]) => {
    const [method, size, offset] = key.split(",");
    const options = { method: method as "mean", size: Number(size), offset: Number(offset) };
    return against(
      "adaptiveThreshold",
      key,
      "OpenCV",
      0,
      () => adaptiveThreshold(face, options),
      theirs,
    );
  }),
];
