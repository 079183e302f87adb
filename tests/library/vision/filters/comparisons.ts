import {
  bilateralFilter,
  boxBlur,
  canny,
  convolve,
  correlate,
  differenceOfGaussians,
  gaussianBlur,
  gaussianKernel,
  type Image,
  imageGradient,
  laplacian,
  medianBlur,
  scharr,
  separableFilter,
  sobel,
  unsharpMask,
} from "../../../../library/src/vision/index.ts";
import { type BorderMode } from "../../../../library/src/vision/core/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";
import type { Comparison } from "../page/comparisons.ts";

type Named = Record<string, Answer>;
interface Answers {
  readonly gray: Answer;
  readonly floats: Answer;
  readonly rgb: Answer;
  readonly face: Answer;
  readonly kernel: Answer;
  readonly row: Answer;
  readonly column: Answer;
  readonly correlate: Named;
  readonly correlateBytes: Answer;
  readonly convolve: Named;
  readonly separable: Answer;
  readonly separableBytes: Answer;
  readonly gaussian: Named;
  readonly gaussianSk: Answer;
  readonly gaussianKernel: Answer;
  readonly box: Named;
  readonly median: Named;
  readonly medianFloats: Named;
  readonly medianRgb: Answer;
  readonly medianSeven: Answer;
  readonly bilateral: Named;
  readonly unsharp: Answer;
  readonly dog: Answer;
  readonly dogDefault: Answer;
  readonly sobel: Named;
  readonly scharr: Named;
  readonly laplacian: Named;
  readonly canny: Named;
  readonly gradient: Named;
}

const answers = readAnswers<Answers>("filters");
const [gray, floats, rgb, face] = [answers.gray, answers.floats, answers.rgb, answers.face].map(
  (answer) => asImage(answer),
);
const { kernel } = answers;

const against = (
  subject: string,
  what: string,
  oracle: string,
  tolerance: number,
  ours: () => Image,
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

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.correlate).map(([border, theirs]) =>
    against(
      "correlate",
      `border ${border}`,
      "OpenCV",
      1e-6,
      () => correlate(floats, kernel, { border: border as BorderMode }),
      theirs,
    ),
  ),
  against(
    "correlate",
    "bytes of three channels",
    "OpenCV",
    0,
    () => correlate(rgb, kernel),
    answers.correlateBytes,
  ),
  ...Object.entries(answers.convolve).map(([border, theirs]) =>
    against(
      "convolve",
      `border ${border}`,
      "scipy",
      1e-6,
      () => convolve(floats, kernel, { border: border as BorderMode, borderValue: 0.3 }),
      theirs,
    ),
  ),
  against(
    "separableFilter",
    "floats",
    "OpenCV",
    1e-6,
    () => separableFilter(floats, answers.row.data, answers.column.data),
    answers.separable,
  ),
  against(
    "separableFilter",
    "bytes to floats",
    "OpenCV",
    1e-4,
    () => separableFilter(gray, answers.row.data, answers.column.data, { output: "float32" }),
    answers.separableBytes,
  ),
  against(
    "gaussianBlur",
    "bytes, size 5",
    "OpenCV",
    1,
    () => gaussianBlur(gray, { sigma: 1.2, size: 5 }),
    answers.gaussian["bytes, size 5"],
  ),
  against(
    "gaussianBlur",
    "RGB, size 7",
    "OpenCV",
    1,
    () => gaussianBlur(rgb, { sigma: 2, size: 7 }),
    answers.gaussian["RGB, size 7"],
  ),
  against(
    "gaussianBlur",
    "floats, two sigmas",
    "OpenCV",
    1e-6,
    () => gaussianBlur(floats, { sigma: 1, sigmaY: 2.5, size: 9, border: "reflect" }),
    answers.gaussian["floats, two sigmas"],
  ),
  against(
    "gaussianBlur",
    "default size",
    "scikit-image",
    1e-6,
    () => gaussianBlur(floats, { sigma: 1.5, border: "replicate" }),
    answers.gaussianSk,
  ),
  {
    subject: "gaussianKernel",
    what: "7 weights",
    oracle: "OpenCV",
    tolerance: 1e-12,
    compare: () => {
      sameValues({ data: gaussianKernel(7, 1.7), shape: [7] }, answers.gaussianKernel, 1e-12);
    },
  },
  against(
    "boxBlur",
    "bytes",
    "OpenCV",
    0,
    () => boxBlur(gray, { size: [3, 5] }),
    answers.box.bytes,
  ),
  against(
    "boxBlur",
    "floats, even width",
    "OpenCV",
    1e-6,
    () => boxBlur(floats, { size: [7, 4], border: "replicate" }),
    answers.box.floats,
  ),
  against("boxBlur", "RGB", "OpenCV", 0, () => boxBlur(rgb, { size: 3 }), answers.box.RGB),
  ...Object.entries(answers.median).map(([size, theirs]) =>
    against(
      "medianBlur",
      `bytes, ${size} × ${size}`,
      "OpenCV",
      0,
      () => medianBlur(gray, Number(size)),
      theirs,
    ),
  ),
  ...Object.entries(answers.medianFloats).map(([size, theirs]) =>
    against(
      "medianBlur",
      `floats, ${size} × ${size}`,
      "OpenCV",
      0,
      () => medianBlur(floats, Number(size)),
      theirs,
    ),
  ),
  against(
    "medianBlur",
    "floats, 7 × 7",
    "scipy",
    0,
    () => medianBlur(floats, 7),
    answers.medianSeven,
  ),
  against("medianBlur", "RGB", "OpenCV", 0, () => medianBlur(rgb, 5), answers.medianRgb),
  against(
    "bilateralFilter",
    "bytes",
    "OpenCV",
    0,
    () => bilateralFilter(gray, { diameter: 7, sigmaColor: 40, sigmaSpace: 2 }),
    answers.bilateral.bytes,
  ),
  against(
    "bilateralFilter",
    "RGB",
    "OpenCV",
    0,
    () => bilateralFilter(rgb, { diameter: 5, sigmaColor: 60, sigmaSpace: 3 }),
    answers.bilateral.RGB,
  ),
  against(
    "bilateralFilter",
    "floats",
    "OpenCV",
    1e-5,
    () => bilateralFilter(floats, { diameter: 7, sigmaColor: 0.2, sigmaSpace: 2 }),
    answers.bilateral.floats,
  ),
  against(
    "bilateralFilter",
    "default diameter",
    "OpenCV",
    0,
    () => bilateralFilter(gray, { sigmaColor: 30, sigmaSpace: 1.7 }),
    answers.bilateral["default diameter"],
  ),
  against(
    "unsharpMask",
    "floats",
    "scikit-image",
    1e-6,
    () => unsharpMask(floats, { radius: 1.5, amount: 0.8 }),
    answers.unsharp,
  ),
  against(
    "differenceOfGaussians",
    "two sigmas",
    "scikit-image",
    1e-6,
    () => differenceOfGaussians(floats, 1, 3),
    answers.dog,
  ),
  against(
    "differenceOfGaussians",
    "default ratio",
    "scikit-image",
    1e-6,
    () => differenceOfGaussians(floats, 1.2),
    answers.dogDefault,
  ),
  ...Object.entries(answers.sobel).map(([key, theirs]) => {
    const [dx, dy, size] = key.split(",").map(Number);
    return against(
      "sobel",
      `dx ${dx}, dy ${dy}, size ${size}`,
      "OpenCV",
      0,
      () => sobel(gray, { dx, dy, size }),
      theirs,
    );
  }),
  against("scharr", "along x", "OpenCV", 0, () => scharr(gray, { dx: 1 }), answers.scharr.x),
  against("scharr", "along y", "OpenCV", 0, () => scharr(gray, { dy: 1 }), answers.scharr.y),
  against("laplacian", "size 1", "OpenCV", 0, () => laplacian(gray), answers.laplacian["1"]),
  against(
    "laplacian",
    "size 3",
    "OpenCV",
    0,
    () => laplacian(gray, { size: 3 }),
    answers.laplacian["3"],
  ),
  ...Object.entries(answers.canny).map(([key, theirs]) => {
    const [name, low, high, l2] = key.split(",");
    const options = { low: Number(low), high: Number(high), l2: l2 === "True" };
    return against(
      "canny",
      key,
      "OpenCV",
      0,
      () => canny(name === "face" ? face : gray, options),
      theirs,
    );
  }),
  against(
    "imageGradient",
    "magnitude",
    "OpenCV",
    1e-6,
    () => imageGradient(floats).magnitude,
    answers.gradient.magnitude,
  ),
  against(
    "imageGradient",
    "angle",
    "numpy",
    1e-3,
    () => imageGradient(floats).angle,
    answers.gradient.angle,
  ),
];
