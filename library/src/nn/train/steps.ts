import { accelerate, compileStep } from "../graph/index.ts";
import { accelerationOptions } from "../graph/accelerate.ts";
import { streamingOf } from "../metrics/contract.ts";
import { tensorflow, type LayersModel, type Tensor } from "../../tensorflow/index.ts";
import type { CompiledParts } from "./compiled-parts.ts";
import type { TrainOptions } from "./options.ts";
import { trainingStep, validationStep, type Step } from "./step.ts";

export type { Step } from "./step.ts";

export interface Steps {
  readonly learn: Step;
  readonly judge: Step;
  dispose(): void;
}

/** The functions of a model that `accelerate` puts its own in the place of. */
interface Replaceable {
  makeTrainFunction(): (data: Tensor[]) => Tensor[];
  makeTestFunction(): void;
  testFunction(data: Tensor[]): Tensor[];
}

interface StepsParts {
  readonly model: LayersModel;
  readonly parts: CompiledParts;
  readonly options: TrainOptions;
  readonly lossWeights: readonly number[] | undefined;
}

/**
 * The steps of a training. Of an accelerated model they are graphs: its own where they do all that this
 * training asks for, and graphs of ours where it asks for more.
 */
export function stepsOf({ model, parts, options, lossWeights }: StepsParts): Steps {
  const already = accelerationOptions(model);
  const acceleration = options.accelerate && !already ? accelerate(model) : undefined;
  const graph = already ?? (acceleration && {});
  const { clipValue, clipNorm, globalClipNorm } = options;
  const stepOptions = { clipValue, clipNorm, globalClipNorm, lossWeights };
  const [learn, judge] = [trainingStep(parts, stepOptions), validationStep(parts, stepOptions)];
  if (!graph) return { learn, judge, dispose: () => {} };
  const more = [clipValue, clipNorm, globalClipNorm, lossWeights].some(
    (each) => each !== undefined,
  );
  const plain = !more && parts.outputs.length === 1 && !streams(parts) && !regularised(parts);
  const learning = compileStep((...data: Tensor[]) => learn(data), graph);
  const judging = compileStep((...data: Tensor[]) => judge(data), graph);
  const own = parts as unknown as Replaceable;
  const inTidy =
    (step: Step): Step =>
    (data) =>
      tensorflow().tidy(() => step(data));
  const size = parts.inputs.length + parts.outputs.length;
  if (plain) own.makeTestFunction();
  const trainFunction = plain ? own.makeTrainFunction() : undefined;
  return {
    learn: (data) =>
      trainFunction && data.length === size ? inTidy(trainFunction)(data) : learning(...data),
    judge: (data) =>
      plain && data.length === size
        ? inTidy((given) => own.testFunction(given))(data)
        : judging(...data),
    dispose() {
      for (const each of [learning, judging, acceleration]) each?.dispose();
    },
  };
}

const streams = ({ metricsTensors }: CompiledParts): boolean =>
  metricsTensors.some(([metric]) => streamingOf(metric) !== undefined);

const regularised = (parts: CompiledParts): boolean =>
  tensorflow().tidy(() => parts.calculateLosses().length > 0);
