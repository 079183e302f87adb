import {
  connectedComponents,
  distanceTransform,
  type DistanceMetric,
  fillHoles,
  flood,
  floodFill,
  type Image,
  removeSmallObjects,
  watershed,
} from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";
import { close } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

type Named = Record<string, Answer>;
type One =
  | "mask"
  | "noise"
  | "gray"
  | "rgb"
  | "scipy"
  | "removed"
  | "distanceCv"
  | "floodFill"
  | "floodFillRgb"
  | "filled"
  | "touching"
  | "distanceTouching"
  | "markers"
  | "watershed"
  | "smooth"
  | "spots";
interface Found {
  readonly labels: Answer;
  readonly stats: number[][];
}
const answers = readAnswers<
  Record<One, Answer> &
    Record<"distance" | "flood" | "watershedSmooth", Named> & { components: Record<string, Found> }
>("regions");
const [mask, noise, gray, rgb] = [answers.mask, answers.noise, answers.gray, answers.rgb].map((a) =>
  asImage(a),
);

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

const binary = (image: Image) => ({ data: image.data.map(Math.sign), shape: image.shape });
const labels = (image: Image, connectivity: string) =>
  connectedComponents(image, { connectivity: Number(connectivity) as 4 });

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.components).flatMap(([key, theirs]): Comparison[] => {
    const [name, connectivity] = key.split(",");
    const image = name === "mask" ? mask : noise;
    return [
      against(
        "connectedComponents",
        `labels, ${key}`,
        "OpenCV",
        0,
        () => labels(image, connectivity).labels,
        theirs.labels,
      ),
      {
        subject: "connectedComponents",
        what: `areas, boxes, centroids, ${key}`,
        oracle: "OpenCV",
        tolerance: 1e-9,
        compare: () => {
          const { components } = labels(image, connectivity);
          close(components.length, theirs.stats.length, 0, "count");
          components.forEach(({ area, box, centroid }, i) => {
            [box.x, box.y, box.width, box.height, area, ...centroid].forEach((value, j) => {
              close(value, theirs.stats[i][j], 1e-9, `component ${i}, value ${j}`);
            });
          });
        },
      },
    ];
  }),
  against(
    "connectedComponents",
    "numbers",
    "scipy",
    0,
    () => labels(noise, "4").labels,
    answers.scipy,
  ),
  against(
    "removeSmallObjects",
    "noise",
    "scikit-image",
    0,
    () => binary(removeSmallObjects(noise, 6)),
    answers.removed,
  ),
  ...Object.entries(answers.distance).map(([metric, theirs]) =>
    against(
      "distanceTransform",
      metric,
      "scipy",
      1e-6,
      () => distanceTransform(mask, { metric: metric as DistanceMetric }),
      theirs,
    ),
  ),
  against(
    "distanceTransform",
    "euclidean",
    "OpenCV",
    1e-5,
    () => distanceTransform(noise),
    answers.distanceCv,
  ),
  ...Object.entries(answers.flood).map(([key, theirs]) => {
    const [x, y, tolerance, connectivity] = key.split(",").map(Number);
    return against(
      "flood",
      key,
      "scikit-image",
      0,
      () => binary(flood(gray, [x, y], { tolerance, connectivity: connectivity as 4 })),
      theirs,
    );
  }),
  against(
    "floodFill",
    "gray",
    "scikit-image",
    0,
    () => floodFill(gray, [13, 6], 200, { tolerance: 30 }),
    answers.floodFill,
  ),
  against(
    "floodFill",
    "RGB",
    "OpenCV",
    0,
    () => floodFill(rgb, [7, 7], [1, 2, 3], { tolerance: 60 }),
    answers.floodFillRgb,
  ),
  against("fillHoles", "coins", "scipy", 0, () => binary(fillHoles(mask)), answers.filled),
  against(
    "watershed",
    "touching discs",
    "scikit-image",
    0,
    () =>
      watershed(
        {
          data: Float32Array.from(answers.distanceTouching.data, (v) => -v),
          shape: answers.touching.shape,
        },
        answers.markers,
        { mask: asImage(answers.touching) },
      ),
    answers.watershed,
  ),
  ...Object.entries(answers.watershedSmooth).map(([connectivity, theirs]) =>
    against(
      "watershed",
      `smooth noise, ${connectivity === "1" ? 4 : 8} neighbours`,
      "scikit-image",
      0,
      () =>
        watershed(asImage(answers.smooth), answers.spots, {
          connectivity: connectivity === "1" ? 4 : 8,
        }),
      theirs,
    ),
  ),
];
