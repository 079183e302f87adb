import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { TensorFlow } from "../../tensorflow/index.ts";

/** What TensorFlow.js hands over of a model that is saved. */
export type Artifacts = Parameters<Parameters<TensorFlow["io"]["withSaveHandler"]>[0]>[0];

export type WeightSpec = NonNullable<Artifacts["weightSpecs"]>[number];

/** The version that this library writes; it reads this and older ones. */
export const formatVersion = 1;

export const modelFile = "model.json";

/** A file of numbers beside `model.json`. */
export interface Part {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What TensorFlow.js's own file does not hold. */
export interface Extra {
  readonly version: number;
  readonly weights: Part;
  readonly compiled?: {
    readonly optimizer: { readonly className: string; readonly config: object };
    /** As given to `compile`; a function by its name, as `{ function: "diceLoss" }`. */
    readonly loss: unknown;
    readonly metrics: unknown;
    /** Absent where TensorFlow.js cannot read the optimiser's state. */
    readonly state?: Part & { readonly specs: WeightSpec[] };
  };
  readonly metadata: unknown;
}

/** `model.json`: TensorFlow.js's format, which `tf.loadLayersModel` reads, and ours beside it. */
export interface ModelFile {
  readonly format: "layers-model";
  readonly generatedBy: string;
  readonly modelTopology: object;
  readonly weightsManifest: {
    readonly paths: string[];
    readonly weights: WeightSpec[];
  }[];
  readonly daylab: Extra;
}

/**
 * @throws Error where there is no such folder or file, it is no model, or a later version wrote it
 */
export async function readModelFile(folder: string): Promise<ModelFile> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory())
    throw new Error(
      `There is no folder ${JSON.stringify(folder)} (that is ${path.resolve(folder)}): saveModel(model, folder) makes one.`,
    );
  const text = await readFile(path.join(folder, modelFile), "utf8").catch(() => undefined);
  if (text === undefined)
    throw new Error(`The folder ${JSON.stringify(folder)} holds no ${modelFile}, so no model.`);
  let file: Partial<ModelFile>;
  try {
    file = JSON.parse(text) as Partial<ModelFile>;
  } catch (cause) {
    throw new Error(`${path.join(folder, modelFile)} is damaged: it is no JSON.`, { cause });
  }
  if (!file.daylab || !file.modelTopology)
    throw new Error(
      `${path.join(folder, modelFile)} was not written by saveModel: read it with tf.loadLayersModel("file://…").`,
    );
  if (file.daylab.version > formatVersion)
    throw new Error(
      `The model in ${JSON.stringify(folder)} has version ${file.daylab.version} of the format, and this Daylab reads up to ${formatVersion}: update Daylab.`,
    );
  return file as ModelFile;
}
