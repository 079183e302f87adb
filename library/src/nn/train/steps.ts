import { accelerate, acceleratedStep, isAccelerated } from "../graph/index.ts";
import type { LayersModel } from "../../tensorflow/index.ts";
import type { CompiledParts } from "./compiled-parts.ts";
import type { TrainOptions } from "./options.ts";
import { trainingStep, validationStep, type Step } from "./step.ts";

export type { Step } from "./step.ts";

export interface Steps {
  readonly learn: Step;
  readonly judge: Step;
  dispose(): void;
}

interface StepsParts {
  readonly model: LayersModel;
  readonly parts: CompiledParts;
  readonly options: TrainOptions;
  readonly lossWeights: readonly number[] | undefined;
}

/**
 * The steps of a training. Of an accelerated model they are graphs, which are kept for the next training
 * with the same options.
 */
export function stepsOf({ model, parts, options, lossWeights }: StepsParts): Steps {
  const { clipValue, clipNorm, globalClipNorm, seed } = options;
  const stepOptions = { clipValue, clipNorm, globalClipNorm, lossWeights };
  const own =
    options.accelerate && !isAccelerated(model)
      ? accelerate(model, seed === undefined ? {} : { seed })
      : undefined;
  const key = JSON.stringify(stepOptions);
  return {
    learn: acceleratedStep(model, `training ${key}`, trainingStep(parts, stepOptions)),
    judge: acceleratedStep(model, `evaluation ${key}`, validationStep(parts, stepOptions)),
    dispose: () => own?.dispose(),
  };
}
