import { encodeImage, readImage } from "../../../../library/src/vision/index.ts";
import { type Answer, readAnswers, sameValues } from "../answers.ts";
import type { Comparison } from "../page/comparisons.ts";

interface File {
  readonly file: string;
  readonly pixels: Answer;
}

const answers = readAnswers<Record<string, File>>("io");

/** Two decoders of JPEG may round apart. */
const toleranceOf = (name: string): number => {
  if (name.endsWith(".jpg")) return 3;
  return name.includes("16") ? 1e-7 : 0;
};

const reading: Comparison[] = Object.entries(answers).map(([name, { file, pixels }]) => ({
  subject: "readImage",
  what: name,
  oracle: "OpenCV",
  tolerance: toleranceOf(name),
  compare: async () => {
    sameValues(await readImage(Buffer.from(file, "base64")), pixels, toleranceOf(name));
  },
}));

const writing: Comparison[] = ["rgb", "gray", "rgba", "rgb16", "gray16"].map((name) => ({
  subject: "encodeImage",
  what: `${name} as PNG, read again`,
  oracle: "readImage",
  tolerance: 0,
  compare: async () => {
    const image = await readImage(Buffer.from(answers[`${name}.png`].file, "base64"));
    const depth = name.endsWith("16") ? 16 : 8;
    const again = await readImage(await encodeImage(image, { format: "png", depth }));
    sameValues(again, image, 0);
  },
}));

export const comparisons: readonly Comparison[] = [...reading, ...writing];
