import assert from "node:assert/strict";
import {
  blobDog,
  blobLog,
  cornerFast,
  cornerHarris,
  cornerShiTomasi,
  graycomatrix,
  graycoprops,
  haarFeature,
  hog,
  integralImage,
  localBinaryPattern,
  localPeaks,
  matchDescriptors,
  matchTemplate,
  opticalFlow,
  ransacLine,
  ransacTransform,
  fitAffine,
  fitHomography,
  fitSimilarity,
  type GraycoProperty,
  type HaarFeature,
  type HogOptions,
  type Image,
  type Keypoint,
  type LbpMethod,
  type MatchOptions,
  type TemplateMethod,
  type Point,
} from "../../../../library/src/vision/index.ts";
import { close, closeAll } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";
import { readAnswers } from "./answers.ts";

const answers = readAnswers();
const { image, colour, spots, glcm, corners, matches, robust, motion } = answers;
const skimage = "scikit-image";
const template = { data: Uint8Array.from(answers.template.flat()), shape: [7, 9] };
const coarse = { ...image, data: image.data.map((value) => Math.floor(value / 32)) };
const glcmOptions = {
  distances: [1, 2.5],
  angles: [0, Math.PI / 4, Math.PI / 2, 2.2],
  levels: 8,
};

const pixels = (
  subject: string,
  what: string,
  oracle: string,
  tolerance: number,
  ours: () => Image,
  theirs: readonly (number | null)[],
): Comparison => ({
  subject,
  what,
  oracle,
  tolerance,
  compare: () =>
    closeAll(
      ours().data,
      theirs.map((value) => value ?? NaN),
      tolerance,
    ),
});

const hogOf = (what: keyof typeof answers.hog, options: HogOptions): Comparison => ({
  subject: "hog",
  what,
  oracle: skimage,
  tolerance: 1e-5,
  compare: () =>
    closeAll(hog(what === "colour" ? colour : image, options).features, answers.hog[what], 1e-5),
});

const places = (points: readonly Keypoint[]) => points.map(({ x, y }) => [y, x]);

const pairs = (
  what: "hamming" | "hammingRatio" | "hammingNear" | "l2" | "l2Ratio",
  options: MatchOptions,
): Comparison => ({
  subject: "matchDescriptors",
  what,
  oracle: skimage,
  tolerance: 0,
  compare: () => {
    const [a, b] = what.startsWith("l2")
      ? matches.numbers
      : matches.bits.map((list) => list.map((bits) => Uint8Array.from(bits)));
    const ours = matchDescriptors(a, b, options).map((match) => [match.a, match.b]);
    assert.deepEqual(ours, matches[what]);
  },
});

const good = (points: Point[]) => robust.good.map((i) => points[i]);
const haarNames: Record<string, HaarFeature> = {
  "type-2-x": "across",
  "type-2-y": "down",
  "type-3-x": "across-3",
  "type-3-y": "down-3",
  "type-4": "four",
};

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.lbp).map(([name, theirs]) => {
    const [method, points, radius] = name.split(",");
    const options = { points: Number(points), radius: Number(radius) };
    return pixels(
      "localBinaryPattern",
      name.replaceAll(",", ", "),
      skimage,
      method === "var" ? 1e-3 : 0,
      () =>
        localBinaryPattern(image, { ...options, method: method.replace("_", "-") as LbpMethod }),
      theirs,
    );
  }),
  hogOf("plain", {}),
  hogOf("small", { orientations: 6, pixelsPerCell: 5, cellsPerBlock: 2, blockNorm: "L1-sqrt" }),
  hogOf("L1", { blockNorm: "L1" }),
  hogOf("L2", { blockNorm: "L2", transformSqrt: true }),
  hogOf("colour", {}),
  {
    subject: "graycomatrix",
    what: "counts",
    oracle: skimage,
    tolerance: 0,
    compare: () => closeAll(graycomatrix(coarse, glcmOptions).data, glcm.counts, 0),
  },
  {
    subject: "graycomatrix",
    what: "symmetric, shares",
    oracle: skimage,
    tolerance: 1e-9,
    compare: () =>
      closeAll(
        graycomatrix(coarse, { ...glcmOptions, symmetric: true, normed: true }).data,
        glcm.shares,
        1e-9,
      ),
  },
  ...Object.entries(glcm.properties).map(([property, theirs]) => ({
    subject: "graycoprops",
    what: property,
    oracle: skimage,
    tolerance: 1e-9,
    compare: () => {
      const matrix = graycomatrix(coarse, { ...glcmOptions, symmetric: true, normed: true });
      closeAll(graycoprops(matrix, property as GraycoProperty), theirs, 1e-9);
    },
  })),
  pixels("cornerHarris", "k", skimage, 1e-5, () => cornerHarris(image), corners.harris),
  pixels(
    "cornerHarris",
    "eps, sigma 1.5",
    skimage,
    1e-5,
    () => cornerHarris(image, { method: "eps", sigma: 1.5 }),
    corners.harrisEps,
  ),
  pixels(
    "cornerShiTomasi",
    "sigma 2",
    skimage,
    1e-5,
    () => cornerShiTomasi(image, { sigma: 2 }),
    corners.shiTomasi,
  ),
  pixels("cornerFast", "12 of 16", skimage, 1e-5, () => cornerFast(image), corners.fast12),
  pixels(
    "cornerFast",
    "9 of 16",
    skimage,
    1e-5,
    () => cornerFast(image, { n: 9, threshold: 0.05 }),
    corners.fast9,
  ),
  ...Object.entries(corners.peaks).map(([distance, theirs]) => ({
    subject: "localPeaks",
    what: `corners at least ${distance} apart`,
    oracle: skimage,
    tolerance: 0,
    compare: () => {
      const options = { minDistance: Number(distance), thresholdRelative: 0.02 };
      assert.deepEqual(places(localPeaks(cornerHarris(image), options)), theirs);
    },
  })),
  {
    subject: "localPeaks",
    what: "up to the edge, the best 9",
    oracle: skimage,
    tolerance: 0,
    compare: () => {
      const floats = { data: Float32Array.from(image.data, (v) => v / 255), shape: image.shape };
      const options = { minDistance: 2, border: 0, threshold: 0.5, maxPeaks: 9 };
      assert.deepEqual(places(localPeaks(floats, options)), corners.peaksAtEdge);
    },
  },
  ...(["log", "dog"] as const).map((name): Comparison => {
    const options = { minSigma: 1, maxSigma: 10, threshold: 0.1 };
    return {
      subject: name === "log" ? "blobLog" : "blobDog",
      what: "five spots, two of them near each other",
      oracle: skimage,
      tolerance: 1e-9,
      compare: () => {
        const found = name === "log" ? blobLog(spots, options) : blobDog(spots, options);
        const ours = found.map(({ x, y, size = 0 }) => [y, x, size / Math.SQRT2 / 2]);
        closeAll(ours, answers.blobs[name], 1e-9);
      },
    };
  }),
  ...Object.entries(answers.templates)
    .filter(([name]) => name !== "skimage")
    .map(([name, theirs]) =>
      pixels(
        "matchTemplate",
        name,
        "OpenCV",
        3e-5,
        () => matchTemplate(image, template, { method: name as TemplateMethod }),
        theirs,
      ),
    ),
  pixels(
    "matchTemplate",
    "ccoeff-normed",
    skimage,
    1e-5,
    () => matchTemplate(image, template),
    answers.templates.skimage,
  ),
  {
    subject: "integralImage",
    what: "bytes",
    oracle: "OpenCV",
    tolerance: 0,
    compare: () => closeAll(integralImage(image).data, answers.integral, 0),
  },
  ...Object.entries(answers.haar).map(([kind, features]) => ({
    subject: "haarFeature",
    what: haarNames[kind],
    oracle: skimage,
    tolerance: 0,
    compare: () => {
      const integral = integralImage(image);
      for (const { parts, value } of features) {
        const rows = parts.flat().map(([row]) => row + 4);
        const columns = parts.flat().map(([, column]) => column + 6);
        const box = [
          Math.min(...columns),
          Math.min(...rows),
          Math.max(...columns) + 1,
          Math.max(...rows) + 1,
        ] as const;
        close(haarFeature(integral, box, haarNames[kind]), value, 0, JSON.stringify(parts));
      }
    },
  })),
  pairs("hamming", {}),
  pairs("hammingRatio", { crossCheck: false, maxRatio: 0.7 }),
  pairs("hammingNear", { maxDistance: 0.2 * 64 }),
  pairs("l2", {}),
  pairs("l2Ratio", { maxRatio: 0.8 }),
  {
    subject: "matchDescriptors",
    what: "Hamming with distances",
    oracle: "OpenCV",
    tolerance: 0,
    compare: () => {
      const [a, b] = matches.bits.map((list) => list.map((bits) => Uint8Array.from(bits)));
      const ours = matchDescriptors(a, b).map((match) => [match.a, match.b, match.distance]);
      assert.deepEqual(ours, matches.cv);
    },
  },
  {
    subject: "ransacTransform",
    what: "homography, 12 of 40 wrong",
    oracle: skimage,
    tolerance: 1e-6,
    compare: () => {
      const { transform, inliers } = ransacTransform(robust.from, robust.to, { threshold: 2 });
      assert.deepEqual(inliers, robust.inliers);
      closeAll(transform, robust.homography, 1e-6);
    },
  },
  {
    subject: "fitHomography",
    what: "28 noisy points",
    oracle: "OpenCV",
    tolerance: 0.02,
    compare: () => {
      const ours = fitHomography(good(robust.from), good(robust.to));
      closeAll(ours, robust.cvHomography, 0.02);
    },
  },
  {
    subject: "fitAffine",
    what: "28 points",
    oracle: "NumPy",
    tolerance: 1e-9,
    compare: () => {
      const ours = fitAffine(good(robust.from), good(robust.to));
      closeAll(ours.slice(0, 2), robust.affine, 1e-9);
    },
  },
  {
    subject: "fitSimilarity",
    what: "28 points",
    oracle: skimage,
    tolerance: 1e-9,
    compare: () => {
      const ours = fitSimilarity(good(robust.from), good(robust.to));
      closeAll(ours, robust.similarity, 1e-9);
    },
  },
  {
    subject: "ransacLine",
    what: "6 of 30 wrong",
    oracle: skimage,
    tolerance: 1e-9,
    compare: () => {
      const { line, inliers } = ransacLine(robust.line, { threshold: 1 });
      assert.deepEqual(inliers, robust.lineInliers);
      closeAll(line.point, robust.linePoint, 1e-9);
      closeAll(line.direction.map(Math.abs), robust.lineDirection.map(Math.abs), 1e-9);
    },
  },
  {
    subject: "opticalFlow",
    what: "9 points that moved by 4.3 pixels",
    oracle: "OpenCV",
    tolerance: 0.05,
    compare: () => {
      const points = motion.points.map(([x, y]) => ({ x, y }));
      const tracked = opticalFlow(motion.first, motion.second, points);
      assert.ok(tracked.every(({ found }) => found));
      closeAll(
        tracked.map(({ x, y }) => [x, y]),
        motion.flow,
        0.05,
      );
    },
  },
];
