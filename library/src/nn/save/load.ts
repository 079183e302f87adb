import { checkOptions } from "../../frame/engine/options.ts";
import { tensorflow, type LayersModel, type Optimizer } from "../../tensorflow/index.ts";
import { readModelFile, type Extra, type ModelFile, type WeightSpec } from "./format.ts";
import { putState, type NamedTensors } from "./optimizer-state.ts";
import { readPart } from "./parts.ts";

type CompileOptions = Parameters<LayersModel["compile"]>[0];

export interface LoadOptions {
  /** Needed where the model was compiled with a function as its loss, which no file can hold. */
  readonly loss?: CompileOptions["loss"];
  /** The same for metrics. */
  readonly metrics?: CompileOptions["metrics"];
  /** False gives the model alone, to predict with or to compile anew. Default true. */
  readonly compile?: boolean;
}

export interface LoadedModel<Metadata> {
  readonly model: LayersModel;
  /** As given to `saveModel`, or null. */
  readonly metadata: Metadata;
}

/**
 * Loads what {@link saveModel} saved: the model compiled as it was, with the state of its optimiser, so
 * that training goes on where it stood.
 *
 * @throws Error for a missing or damaged folder, a later version of the format, a layer that is not
 *   registered, or a loss or metric that is a function and is not given
 *
 * @example
 * const { model, metadata } = await loadModel<{ classes: string[] }>("models/digits");
 */
export async function loadModel<Metadata = unknown>(
  folder: string,
  options: LoadOptions = {},
): Promise<LoadedModel<Metadata>> {
  checkOptions("loadModel", options, ["loss", "metrics", "compile"]);
  const file = await readModelFile(folder);
  const { weights, compiled, metadata } = file.daylab;
  const given =
    compiled && options.compile !== false ? compileOptions(compiled, options) : undefined;
  const data = await readPart(folder, weights);
  const state = compiled?.state && given && (await readPart(folder, compiled.state));
  const optimizer = given && optimizerOf(compiled!.optimizer);
  const model = await layersModel(file, data, folder);
  if (optimizer) {
    model.compile({ ...given, optimizer });
    if (state) await withState(compiled.state.specs, state, (read) => putState(optimizer, read));
  }
  return { model, metadata: metadata as Metadata };
}

/**
 * Gives a model of the same layers the weights that a folder holds, and its optimiser the state.
 *
 * @returns the metadata
 * @throws RangeError where the weights have other shapes
 */
export async function loadInto(model: LayersModel, folder: string): Promise<unknown> {
  const file = await readModelFile(folder);
  const { weights, compiled, metadata } = file.daylab;
  const data = await readPart(folder, weights);
  const [{ weights: specs }] = file.weightsManifest;
  const shapes = (list: readonly { readonly shape: readonly (number | null)[] }[]): string =>
    list.map(({ shape }) => `[${shape.join(", ")}]`).join(" ");
  if (shapes(specs) !== shapes(model.weights))
    throw new RangeError(
      `The model in ${JSON.stringify(folder)} has weights of shapes ${shapes(specs)}, and this one ${shapes(model.weights)}.`,
    );
  await withState(specs, data, (read) => model.setWeights(read.map(({ tensor }) => tensor)));
  const optimizer = model.optimizer as Optimizer | undefined;
  if (compiled?.state && optimizer?.getClassName() === compiled.optimizer.className) {
    const state = await readPart(folder, compiled.state);
    await withState(compiled.state.specs, state, (read) => putState(optimizer, read));
  }
  return metadata;
}

async function withState(
  specs: WeightSpec[],
  data: Uint8Array<ArrayBuffer>,
  use: (read: NamedTensors) => void | Promise<void>,
): Promise<void> {
  const tf = tensorflow();
  const tensors = tf.io.decodeWeights(data.buffer, specs);
  try {
    await use(specs.map(({ name }) => ({ name, tensor: tensors[name] })));
  } finally {
    tf.dispose(tensors);
  }
}

async function layersModel(
  { modelTopology, weightsManifest: [{ weights: weightSpecs }] }: ModelFile,
  data: Uint8Array<ArrayBuffer>,
  folder: string,
): Promise<LayersModel> {
  const tf = tensorflow();
  try {
    const handler = tf.io.fromMemory({ modelTopology, weightSpecs, weightData: data.buffer });
    return await tf.loadLayersModel(handler);
  } catch (cause) {
    const [, kind, name] = /Unknown (\w+): (\w+)/.exec((cause as Error).message) ?? [];
    if (name === undefined) throw cause;
    throw new Error(
      `The model in ${JSON.stringify(folder)} has a ${kind} of the class "${name}", which is not registered. ` +
        `Run its definition first, with tf.serialization.registerClass(${name}) after it.`,
      { cause },
    );
  }
}

function optimizerOf({ className, config }: { className: string; config: object }): Optimizer {
  const map = tensorflow().serialization.SerializationMap.getMap().classNameMap;
  const registered = map[className] as unknown as
    [new () => Optimizer, (made: unknown, config: object) => Optimizer] | undefined;
  if (registered) return registered[1](registered[0], config);
  throw new Error(
    `The model was compiled with an optimizer of the class "${className}", which is not registered: ` +
      `call tf.serialization.registerClass(${className}) first, or load with { compile: false }.`,
  );
}

function compileOptions(
  { loss, metrics }: NonNullable<Extra["compiled"]>,
  options: LoadOptions,
): Pick<CompileOptions, "loss" | "metrics"> {
  const known = (name: "loss" | "metrics", saved: unknown): unknown => {
    if (options[name] !== undefined) return options[name];
    const missing = functionIn(saved);
    if (missing === undefined) return saved ?? undefined;
    throw new Error(
      `The model was compiled with the function "${missing}" in its ${name}, which no file can hold: ` +
        `give ${name} again, as loadModel(folder, { ${name}: … }), or load with { compile: false }.`,
    );
  };
  const all = { loss: known("loss", loss), metrics: known("metrics", metrics) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Pick<
    CompileOptions,
    "loss" | "metrics"
  >;
}

/** The name of a function that stood in what was given to `compile`. */
function functionIn(saved: unknown): string | undefined {
  if (typeof saved !== "object" || saved === null) return undefined;
  const { function: name, ...others } = saved as { function?: unknown };
  if (typeof name === "string" && Object.keys(others).length === 0) return name;
  return Object.values(saved)
    .map(functionIn)
    .find((found) => found !== undefined);
}
