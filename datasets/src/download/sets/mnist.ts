import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { parseIdx, type IdxArray } from "../../formats/index.ts";
import { labelledImages, type ImageSplits, type LabelledImages } from "./labelled-images.ts";
import type { FileFinder } from "./types.ts";

const digits = [..."0123456789"];

const clothes = [
  "T-shirt/top",
  "Trouser",
  "Pullover",
  "Dress",
  "Coat",
  "Sandal",
  "Shirt",
  "Sneaker",
  "Bag",
  "Ankle boot",
];

export const readMnist = (find: FileFinder): Promise<ImageSplits> => readSplits(find, digits);

export const readFashionMnist = (find: FileFinder): Promise<ImageSplits> =>
  readSplits(find, clothes);

async function readSplits(find: FileFinder, classes: readonly string[]): Promise<ImageSplits> {
  return {
    train: await readSplit(find, "train", classes),
    test: await readSplit(find, "t10k", classes),
  };
}

async function readSplit(
  find: FileFinder,
  split: string,
  classes: readonly string[],
): Promise<LabelledImages> {
  const images = await readGzippedIdx(await find(`${split}-images-idx3-ubyte.gz`));
  const labels = await readGzippedIdx(await find(`${split}-labels-idx1-ubyte.gz`));
  const [count, height, width] = images.shape;
  if (images.shape.length !== 3 || labels.shape.length !== 1 || labels.shape[0] !== count)
    throw new SyntaxError(
      `The ${split} files hold [${images.shape.join(", ")}] images and [${labels.shape.join(", ")}] labels.`,
    );
  return labelledImages(images.values, labels.values, [count, height, width, 1], classes);
}

async function readGzippedIdx(path: string): Promise<IdxArray> {
  return parseIdx(gunzipSync(await readFile(path)));
}
