import { readFileSync } from "node:fs";
import type {
  GraycoProperty,
  TemplateMethod,
  Point,
} from "../../../../library/src/vision/index.ts";

interface Pixels {
  readonly data: Uint8Array;
  readonly shape: number[];
}

/** What fixtures/answers.py wrote. */
export interface Answers {
  readonly image: Pixels;
  readonly colour: Pixels;
  readonly spots: Pixels;
  readonly lbp: Record<string, (number | null)[]>;
  readonly hog: Record<"plain" | "small" | "L1" | "L2" | "colour", number[]>;
  readonly glcm: {
    readonly counts: number[];
    readonly shares: number[];
    readonly properties: Record<GraycoProperty, number[][]>;
  };
  readonly corners: Record<"harris" | "harrisEps" | "shiTomasi" | "fast12" | "fast9", number[]> & {
    readonly peaks: Record<string, [y: number, x: number][]>;
    readonly peaksAtEdge: [y: number, x: number][];
  };
  readonly blobs: Record<"log" | "dog", [y: number, x: number, sigma: number][]>;
  readonly template: number[][];
  readonly templates: Record<TemplateMethod | "skimage", number[]>;
  readonly matches: {
    readonly bits: number[][][];
    readonly numbers: number[][][];
    readonly cv: [a: number, b: number, distance: number][];
  } & Record<"hamming" | "hammingRatio" | "hammingNear" | "l2" | "l2Ratio", [number, number][]>;
  readonly robust: {
    readonly from: Point[];
    readonly to: Point[];
    readonly inliers: boolean[];
    readonly homography: number[][];
    readonly good: number[];
    readonly cvHomography: number[][];
    readonly affine: number[][];
    readonly similarity: number[][];
    readonly line: Point[];
    readonly lineInliers: boolean[];
    readonly linePoint: number[];
    readonly lineDirection: number[];
  };
  readonly motion: {
    readonly first: Pixels;
    readonly second: Pixels;
    readonly points: Point[];
    readonly flow: number[][];
  };
  readonly integral: number[];
  readonly haar: Record<string, { parts: [[number, number], [number, number]][]; value: number }[]>;
}

const bytes = ({ data, shape }: { data: number[]; shape: number[] }): Pixels => ({
  data: Uint8Array.from(data),
  shape,
});

/** Reads them, with images as bytes. */
export function readAnswers(): Answers {
  const file = new URL("fixtures/answers.json", import.meta.url);
  const raw = JSON.parse(readFileSync(file, "utf8")) as Omit<
    Answers,
    "image" | "colour" | "spots" | "motion"
  > &
    Record<"image" | "colour" | "spots", { data: number[]; shape: number[] }> & {
      motion: Omit<Answers["motion"], "first" | "second"> & {
        first: string;
        second: string;
        shape: number[];
      };
    };
  const decoded = (text: string) => ({
    data: new Uint8Array(Buffer.from(text, "base64")),
    shape: raw.motion.shape,
  });
  return {
    ...raw,
    image: bytes(raw.image),
    colour: bytes(raw.colour),
    spots: bytes(raw.spots),
    motion: {
      ...raw.motion,
      first: decoded(raw.motion.first),
      second: decoded(raw.motion.second),
    },
  };
}
