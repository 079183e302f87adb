import type { BorderMode } from "../../../../library/src/vision/core/index.ts";
import {
  affineFromPoints,
  type AffineMatrix,
  crop,
  flip,
  gaussianPyramid,
  type Interpolation,
  invertMatrix,
  laplacianPyramid,
  pad,
  perspectiveFromPoints,
  type PerspectiveMatrix,
  pyramidDown,
  pyramidUp,
  remap,
  resize,
  rotate,
  rotate90,
  rotationMatrix,
  warpAffine,
  warpPerspective,
} from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers, sameValues } from "../answers.ts";
import type { Comparison } from "../page/comparisons.ts";

type Named = Record<string, Answer>;
type One =
  | "gray"
  | "floats"
  | "rgb"
  | "affine"
  | "perspective"
  | "warpAffineInverse"
  | "warpAffineRgb"
  | "mapX"
  | "mapY"
  | "rotateCenter"
  | "rotationMatrix"
  | "affineFromPoints"
  | "perspectiveFromPoints"
  | "invertMatrix"
  | "crop";
type Many =
  | "resize"
  | "resizeBytes"
  | "warpAffine"
  | "warpPerspective"
  | "remap"
  | "rotate"
  | "flip"
  | "rotate90"
  | "pad"
  | "pyramidDown"
  | "pyramidUp";
type Answers = Record<One, Answer> &
  Record<Many, Named> & { pyramid: Answer[]; laplacian: Answer[] };

const answers = readAnswers<Answers>("geometry");
const floats = asImage(answers.floats);
const rgb = asImage(answers.rgb);

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

const rows = ({ data, shape }: Answer): number[][] =>
  Array.from({ length: shape[0] }, (_, i) => Array.from(data.slice(3 * i, 3 * i + 3)));
const affine = rows(answers.affine) as unknown as AffineMatrix;
const perspective = rows(answers.perspective) as unknown as PerspectiveMatrix;
const flat = (matrix: readonly (readonly number[])[]) => ({
  data: matrix.flat(),
  shape: [matrix.length, 3],
});
const size = { width: floats.width + 3, height: floats.height - 2 };
type Warp = "nearest" | "bilinear" | "bicubic";

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.resize).map(([key, theirs]) => {
    const [oracle, method, height, width] = key.split(",");
    const options = {
      height: Number(height),
      width: Number(width),
      method: method as Interpolation,
      antialias: oracle === "Pillow",
    };
    return against(
      "resize",
      `${method} to ${height} × ${width}`,
      oracle,
      2e-6,
      () => resize(floats, options),
      theirs,
    );
  }),
  against(
    "resize",
    "bytes of RGB, bilinear",
    "OpenCV",
    1,
    () => resize(rgb, { width: 22, height: 9, antialias: false }),
    answers.resizeBytes.OpenCV,
  ),
  against(
    "resize",
    "bytes of RGB, bicubic",
    "Pillow",
    8,
    () => resize(rgb, { width: 7, height: 9, method: "bicubic" }),
    answers.resizeBytes.Pillow,
  ),
  ...Object.entries(answers.warpAffine).map(([key, theirs]) => {
    const [method, border] = key.split(",") as [Warp, BorderMode];
    return against(
      "warpAffine",
      key,
      "OpenCV",
      1e-5,
      () => warpAffine(floats, affine, { ...size, method, border, borderValue: 0.25 }),
      theirs,
    );
  }),
  against(
    "warpAffine",
    "inverse",
    "OpenCV",
    1e-5,
    () => warpAffine(floats, affine, { ...size, inverse: true }),
    answers.warpAffineInverse,
  ),
  against(
    "warpAffine",
    "bytes of RGB",
    "OpenCV",
    1,
    () => warpAffine(rgb, affine, { borderValue: [10, 20, 30] }),
    answers.warpAffineRgb,
  ),
  ...Object.entries(answers.warpPerspective).map(([key, theirs]) => {
    const [method, border] = key.split(",") as [Warp, BorderMode];
    return against(
      "warpPerspective",
      key,
      "OpenCV",
      1e-5,
      () => warpPerspective(floats, perspective, { ...size, method, border }),
      theirs,
    );
  }),
  ...Object.entries(answers.remap).map(([method, theirs]) =>
    against(
      "remap",
      method,
      "OpenCV",
      1e-5,
      () =>
        remap(floats, asImage(answers.mapX), asImage(answers.mapY), {
          method: method as Warp,
          border: "reflect101",
        }),
      theirs,
    ),
  ),
  ...Object.entries(answers.rotate).map(([key, theirs]) => {
    const [angle, expand] = key.split(",");
    return against(
      "rotate",
      `by ${angle}${expand === "True" ? ", expanded" : ""}`,
      "scikit-image",
      1e-5,
      () => rotate(floats, Number(angle), { expand: expand === "True" }),
      theirs,
    );
  }),
  against(
    "rotate",
    "about a point",
    "scikit-image",
    1e-5,
    () => rotate(floats, 20, { center: [3, 5] }),
    answers.rotateCenter,
  ),
  against(
    "rotationMatrix",
    "with a scale",
    "OpenCV",
    1e-12,
    () => flat(rotationMatrix([3, 5], 33, 1.2)),
    answers.rotationMatrix,
  ),
  against(
    "affineFromPoints",
    "three points",
    "OpenCV",
    1e-9,
    () =>
      flat(
        affineFromPoints(
          [
            [1, 2],
            [18, 3],
            [4, 15],
          ],
          [
            [0, 0],
            [20, 2],
            [3, 12],
          ],
        ),
      ),
    answers.affineFromPoints,
  ),
  against(
    "perspectiveFromPoints",
    "four points",
    "OpenCV",
    1e-9,
    () =>
      flat(
        perspectiveFromPoints(
          [
            [1, 2],
            [18, 3],
            [17, 14],
            [2, 15],
          ],
          [
            [0, 0],
            [20, 1],
            [19, 16],
            [1, 13],
          ],
        ),
      ),
    answers.perspectiveFromPoints,
  ),
  against(
    "invertMatrix",
    "perspective",
    "numpy",
    1e-9,
    () => flat(invertMatrix(perspective)),
    answers.invertMatrix,
  ),
  ...Object.entries(answers.flip).map(([direction, theirs]) =>
    against("flip", direction, "OpenCV", 0, () => flip(rgb, direction as "both"), theirs),
  ),
  ...Object.entries(answers.rotate90).map(([quarters, theirs]) =>
    against(
      "rotate90",
      `${quarters} quarters`,
      "numpy",
      0,
      () => rotate90(rgb, Number(quarters)),
      theirs,
    ),
  ),
  ...Object.entries(answers.pad).map(([border, theirs]) =>
    against(
      "pad",
      border,
      "OpenCV",
      0,
      () =>
        pad(rgb, {
          top: 3,
          bottom: 14,
          left: 17,
          right: 2,
          border: border as BorderMode,
          borderValue: [1, 2, 3],
        }),
      theirs,
    ),
  ),
  against(
    "crop",
    "a rectangle",
    "numpy",
    0,
    () => crop(rgb, { x: 4, y: 2, width: 10, height: 7 }),
    answers.crop,
  ),
  against(
    "pyramidDown",
    "floats",
    "OpenCV",
    1e-6,
    () => pyramidDown(floats),
    answers.pyramidDown.floats,
  ),
  against(
    "pyramidDown",
    "bytes of RGB",
    "OpenCV",
    1,
    () => pyramidDown(rgb),
    answers.pyramidDown.rgb,
  ),
  against("pyramidUp", "floats", "OpenCV", 1e-6, () => pyramidUp(floats), answers.pyramidUp.floats),
  against("pyramidUp", "bytes of RGB", "OpenCV", 1, () => pyramidUp(rgb), answers.pyramidUp.rgb),
  ...answers.pyramid.map((theirs, i) =>
    against(
      "gaussianPyramid",
      `level ${i}`,
      "OpenCV",
      1e-6,
      () => gaussianPyramid(floats, 2)[i],
      theirs,
    ),
  ),
  ...answers.laplacian.map((theirs, i) =>
    against(
      "laplacianPyramid",
      `level ${i}`,
      "OpenCV",
      1e-6,
      () => laplacianPyramid(floats, 2)[i],
      theirs,
    ),
  ),
];
