import { mkdir } from "node:fs/promises";
import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type LayersModel, type Optimizer } from "../../tensorflow/index.ts";
import { formatVersion, type Artifacts, type Extra } from "./format.ts";
import { copyState, readableState } from "./optimizer-state.ts";
import { commit, writePart } from "./parts.ts";

export interface SaveOptions {
  /** Anything that JSON holds: a vocabulary, the names of classes, means to subtract. */
  readonly metadata?: unknown;
}

/**
 * Saves a model in a folder: its layers and weights, its optimiser with the state, loss and metrics, and
 * metadata. A model that the folder held before stays whole until the new one is. The file `model.json`
 * is TensorFlow.js's own format, so `tf.loadLayersModel` reads the model too.
 *
 * The state of Adamax is not saved, since TensorFlow.js cannot read it. Functions (a loss of your own) are
 * saved by name only; see {@link loadModel}.
 *
 * @throws TypeError for metadata that JSON does not hold
 *
 * @example
 * await saveModel(model, "models/digits", { metadata: { classes: ["zero", "one"] } });
 */
export async function saveModel(
  model: LayersModel,
  folder: string,
  options: SaveOptions = {},
): Promise<void> {
  checkOptions("saveModel", options, ["metadata"]);
  const metadata = asJson(options.metadata);
  const artifacts = await artifactsOf(model);
  await mkdir(folder, { recursive: true });
  const weights = await writePart(folder, "weights", bytesOf(artifacts.weightData));
  const compiled = await compiledOf(model, folder);
  await commit(folder, {
    format: "layers-model",
    generatedBy: artifacts.generatedBy ?? "TensorFlow.js",
    modelTopology: artifacts.modelTopology as object,
    weightsManifest: [{ paths: [weights.file], weights: artifacts.weightSpecs ?? [] }],
    daylab: { version: formatVersion, weights, metadata, ...(compiled && { compiled }) },
  });
}

async function artifactsOf(model: LayersModel): Promise<Artifacts> {
  let found: Artifacts | undefined;
  const handler = tensorflow().io.withSaveHandler((artifacts) => {
    found = artifacts;
    return Promise.resolve({
      modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" },
    });
  });
  await model.save(handler);
  return found!;
}

function bytesOf(data: Artifacts["weightData"]): Uint8Array {
  const parts = data === undefined ? [] : Array.isArray(data) ? data : [data];
  return Buffer.concat(parts.map((part) => new Uint8Array(part)));
}

async function compiledOf(model: LayersModel, folder: string): Promise<Extra["compiled"]> {
  // A sequential model keeps the same optimiser, and the rest as it was given.
  const { optimizer, loss, metrics } = model as unknown as {
    readonly optimizer: Optimizer | undefined;
    readonly loss: unknown;
    readonly metrics: unknown;
  };
  if (!optimizer) return undefined;
  const inner = (model as { model?: { metrics?: unknown } }).model;
  const compiled = {
    optimizer: { className: optimizer.getClassName(), config: optimizer.getConfig() },
    loss: named(loss),
    metrics: named(metrics ?? inner?.metrics),
  };
  if (!(await readableState(optimizer))) return compiled;
  const state = await copyState(optimizer);
  try {
    const { data, specs } = await tensorflow().io.encodeWeights(
      state.map(({ name, tensor }) => ({ name, tensor })),
    );
    const part = await writePart(folder, "optimizer", new Uint8Array(data));
    return { ...compiled, state: { ...part, specs } };
  } finally {
    tensorflow().dispose(state.map(({ tensor }) => tensor));
  }
}

/** Functions by their names, since no file can hold them. */
function named(given: unknown): unknown {
  if (typeof given === "function") return { function: given.name || "(without a name)" };
  if (Array.isArray(given)) return given.map(named);
  if (typeof given !== "object" || given === null) return given ?? null;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, named(value)]));
}

function asJson(metadata: unknown): unknown {
  if (metadata === undefined) return null;
  try {
    const text = JSON.stringify(metadata);
    if (text !== undefined) return JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`The metadata cannot be written as JSON: ${(cause as Error).message}`, {
      cause,
    });
  }
  throw new TypeError(`The metadata cannot be written as JSON: they are a ${typeof metadata}.`);
}
