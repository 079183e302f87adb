import { readdir } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { checkOptions } from "../../frame/engine/options.ts";
import { Random, type Seed } from "../../random/index.ts";
import { tensorflow, type Tensor3D } from "../../tensorflow/index.ts";
import { defaultSeed } from "../random/course.ts";
import { Dataset } from "./dataset.ts";
import { arrayPipe } from "./sources/values.ts";
import { mapPipe } from "./steps/map.ts";
import { shufflePipe } from "./steps/shuffle.ts";

export interface ImageFolderOptions {
  /** Pixels of the pictures: of both sides, or `[height, width]`. */
  readonly size: number | readonly [number, number];
  /** "inferred" (default): each folder is a class. null: no labels, all pictures under the folder. */
  readonly labels?: "inferred" | null;
  /** The classes to read, in the order of their numbers. Default: all folders by name. */
  readonly classNames?: readonly string[];
  /** Default "rgb"; "gray" has one channel. */
  readonly color?: "rgb" | "gray";
  /** For the split and the order. Default: the course's seed (`setSeed`), or at random. */
  readonly seed?: Seed;
  /** The share of the pictures, 0 to 1, that `validation` gets (0). */
  readonly validationSplit?: number;
  /** Another order of the training pictures each epoch (true). */
  readonly shuffle?: boolean;
  /** Cuts the longer side off instead of squeezing it (false). */
  readonly cropToAspectRatio?: boolean;
}

interface Picture {
  readonly file: string;
  readonly y: number;
}

/** A picture and its class. */
export interface LabelledImage {
  /** float32 [height, width, channels], from 0 to 1. */
  readonly x: Tensor3D;
  /** The number of the class; 0 without labels. */
  readonly y: number;
}

export interface ImageFolder {
  readonly train: Dataset<LabelledImage>;
  /** Without elements unless `validationSplit` asks for some. */
  readonly validation: Dataset<LabelledImage>;
  /** The name of each class by its number. */
  readonly classNames: readonly string[];
  /** The files of each part, in the order before any shuffling. */
  readonly files: { readonly train: readonly string[]; readonly validation: readonly string[] };
}

const endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".avif"];

/**
 * Pictures in folders, a folder a class, read when they are asked for. Keras' function is
 * `image_dataset_from_directory`; its numbers are from 0 to 255, these from 0 to 1.
 *
 * @throws Error for a folder that is not there or has no pictures; when it is read, an `ElementError`
 *   naming a file that is broken
 *
 * @example
 * const { train, validation, classNames } = await imageFolder("flowers", { size: 64, seed: 1, validationSplit: 0.2 });
 * const batches = train.augment((e, random) => flip(e, random), { seed: 1 }).batch(32).prefetch();
 */
export async function imageFolder(path: string, options: ImageFolderOptions): Promise<ImageFolder> {
  checkOptions("imageFolder", options, [
    ...["size", "labels", "classNames", "color", "seed", "validationSplit", "shuffle"],
    "cropToAspectRatio",
  ]);
  const { labels = "inferred", shuffle = true, validationSplit: split = 0 } = options;
  const { seed = defaultSeed() } = options;
  if (!(split >= 0 && split < 1))
    throw new RangeError(`validationSplit must be from 0 to less than 1, not ${split}.`);
  const size = typeof options.size === "number" ? [options.size, options.size] : options.size;
  if (size?.length !== 2 || size.some((n) => !Number.isInteger(n) || n < 1))
    throw new RangeError(
      `size must be pixels, as 64 or [height, width], not ${String(options.size)}.`,
    );
  const classNames = labels === null ? [] : await classesOf(path, options.classNames);
  const found = await Promise.all(
    (labels === null ? [""] : classNames).map((name) => picturesIn(join(path, name))),
  );
  const empty = found.findIndex((files) => files.length === 0);
  if (empty >= 0)
    throw new Error(
      `There are no pictures in ${resolve(path, classNames[empty] ?? "")}: it needs files that end in ${endings.join(", ")}.`,
    );
  const all = found.flatMap((files, y) => files.map((file) => ({ file, y })));
  const held = Math.floor(split * all.length);
  // The last ones of a mixed order; then back into the order of their names.
  const last = new Random(seed, "validationSplit").permutation(all.length).slice(all.length - held);
  const validating = new Set(last);
  const parts = {
    train: all.filter((_, i) => !validating.has(i)),
    validation: all.filter((_, i) => validating.has(i)),
  };
  const read = (part: readonly Picture[], mixed: boolean): Dataset<LabelledImage> => {
    const inOrder = arrayPipe(part);
    const pipe = mixed ? shufflePipe(inOrder, seed, {}) : inOrder;
    const load = ({ file, y }: Picture): Promise<LabelledImage> =>
      loaded(file, size, options).then((x) => ({ x, y }));
    return new Dataset(mapPipe("imageFolder", pipe, load), ["imageFolder"]);
  };
  return {
    train: read(parts.train, shuffle),
    validation: read(parts.validation, false),
    classNames,
    files: {
      train: parts.train.map(({ file }) => file),
      validation: parts.validation.map(({ file }) => file),
    },
  };
}

async function classesOf(path: string, wanted?: readonly string[]): Promise<readonly string[]> {
  const entries = await listed(path);
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  if (folders.length === 0)
    throw new Error(
      `There are no folders in ${resolve(path)}: each class needs one. With labels: null all pictures are read without classes.`,
    );
  const wrong = wanted?.find((name) => !folders.includes(name));
  if (wrong === undefined) return wanted ?? folders;
  throw new RangeError(
    `There is no folder ${JSON.stringify(wrong)} in ${resolve(path)}; there are: ${folders.join(", ")}.`,
  );
}

/** The pictures of a folder, then those of the folders inside it, each by name. */
async function picturesIn(folder: string): Promise<string[]> {
  const entries = await listed(folder);
  const shown = entries.filter(({ name }) => !name.startsWith("."));
  const names = (directories: boolean): string[] =>
    shown
      .filter((entry) => entry.isDirectory() === directories)
      .map(({ name }) => name)
      .sort();
  const own = names(false).filter((name) => endings.includes(extname(name).toLowerCase()));
  const inside = await Promise.all(names(true).map((name) => picturesIn(join(folder, name))));
  return [...own.map((name) => join(folder, name)), ...inside.flat()];
}

function listed(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`There is no folder ${resolve(folder)}.`, { cause });
  });
}

async function loaded(
  file: string,
  [height, width]: readonly number[],
  { color = "rgb", cropToAspectRatio = false }: ImageFolderOptions,
): Promise<Tensor3D> {
  // Loaded when the first picture is: most uses of pipelines have none.
  const { readImage } = await import("../../vision/io/index.ts");
  const image = await readImage(file, {
    // Gray is made below, by the weights of ITU-R 601 that Keras and OpenCV use.
    color: color === "gray" ? "keep" : "rgb",
    alpha: "drop",
  });
  const tf = tensorflow();
  return tf.tidy(() => {
    let picture: Tensor3D = tf.tensor3d(Float32Array.from(image.data), image.shape);
    picture = picture.div(image.white);
    if (color === "gray" && image.channels === 3) picture = tf.image.rgbToGrayscale(picture);
    if (cropToAspectRatio) picture = cropped(picture, height / width);
    return tf.image.resizeBilinear(picture, [height, width], false, true);
  });
}

/** The middle of a picture, in another aspect ratio (height by width). */
function cropped(picture: Tensor3D, aspect: number): Tensor3D {
  const [height, width, channels] = picture.shape;
  const [rows, columns] = [
    Math.min(height, Math.trunc(width * aspect)),
    Math.min(width, Math.trunc(height / aspect)),
  ];
  const [top, left] = [Math.trunc((height - rows) / 2), Math.trunc((width - columns) / 2)];
  return picture.slice([top, left, 0], [rows, columns, channels]);
}
