import { convertColor, Image, mergeChannels } from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";
import type { Comparison } from "../page/comparisons.ts";

const answers = readAnswers<Record<string, Answer>>("color");
const rgb = asImage(answers.rgb);
const floats = rgb.toFloat();

const against = (
  what: string,
  oracle: string,
  tolerance: number,
  ours: () => Image,
  theirs: string,
): Comparison => ({
  subject: "convertColor",
  what,
  oracle,
  tolerance,
  compare: () => {
    sameValues(ours(), answers[theirs], tolerance);
  },
});

/** Lab with more colour than the screen has, back to RGB. */
function vivid(): Image {
  const lab = convertColor(floats, "lab");
  return Image.from(
    { data: lab.data.map((v, i) => (i % 3 === 0 ? v : 1.2 * v)), shape: lab.shape },
    "lab",
  );
}

export const comparisons: readonly Comparison[] = [
  against("bytes to gray", "OpenCV", 0, () => convertColor(rgb, "gray"), "gray"),
  against("floats to gray", "OpenCV", 1e-6, () => convertColor(floats, "gray"), "grayFloats"),
  against(
    "gray to RGB",
    "OpenCV",
    0,
    () => convertColor(convertColor(rgb, "gray"), "rgb"),
    "rgbOfGray",
  ),
  against("bytes to HSV", "OpenCV", 1, () => convertColor(rgb, "hsv"), "hsv"),
  against("floats to HSV", "OpenCV", 1e-3, () => convertColor(floats, "hsv"), "hsvFloats"),
  against(
    "bytes from HSV",
    "OpenCV",
    1,
    () => convertColor(asImage(answers.hsv, "hsv"), "rgb"),
    "hsvBack",
  ),
  against("bytes to YCbCr", "OpenCV", 1, () => convertColor(rgb, "ycbcr"), "ycbcr"),
  against("floats to YCbCr", "OpenCV", 1e-3, () => convertColor(floats, "ycbcr"), "ycbcrFloats"),
  against(
    "bytes from YCbCr",
    "OpenCV",
    1,
    () => convertColor(asImage(answers.ycbcr, "ycbcr"), "rgb"),
    "ycbcrBack",
  ),
  against("floats to Lab", "scikit-image", 1e-3, () => convertColor(floats, "lab"), "lab"),
  against("floats to Lab", "OpenCV", 0.5, () => convertColor(floats, "lab"), "labCv"),
  against("bytes to Lab", "scikit-image", 1e-3, () => convertColor(rgb, "lab"), "lab"),
  against(
    "floats from Lab, beyond what RGB has",
    "scikit-image",
    1e-4,
    () => convertColor(vivid(), "rgb"),
    "labBack",
  ),
  against(
    "floats to linear light",
    "scikit-image",
    1e-5,
    () => convertColor(floats, "linear"),
    "linear",
  ),
  {
    subject: "mergeChannels",
    what: "the channels of RGB",
    oracle: "OpenCV",
    tolerance: 0,
    compare: () => {
      sameValues(mergeChannels([0, 1, 2].map((c) => rgb.channel(c))), answers.rgb, 0);
    },
  },
];
