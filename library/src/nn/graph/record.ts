import type { Tensor } from "../../tensorflow/index.ts";
import { tensorflow } from "../../tensorflow/index.ts";
import { DataType, handleOf, type NativeBackend } from "./backend.ts";
import { during, type Replacement } from "./during.ts";
import { graphKernels } from "./graph-kernels.ts";
import { Participants } from "./participants.ts";
import { Randomness, type StepNumber } from "./randomness.ts";
import type { RandomPlaces } from "./random-places.ts";
import { Recorder } from "./recorder.ts";
import { registeredVariables, separateVariables } from "./state.ts";
import { plainValueIn, structureOf, type Structure } from "./structure.ts";
import type { Trace, Value } from "./trace.ts";

/** What a step is run with. */
export interface Run {
  readonly step: () => unknown;
  readonly inputs: readonly Tensor[];
  readonly places: RandomPlaces;
  readonly stepNumber: number;
}

let inStep = false;

/** Whether a step runs op by op or is recorded now: a step within it is part of it. */
export const isInStep = (): boolean => inStep;

const markStep: Replacement = () => {
  inStep = true;
  return () => {
    inStep = false;
  };
};

/** Runs a step op by op, with the random numbers that its graph would have. */
export function runEagerly(backend: NativeBackend, run: Run): unknown {
  return withRandomness(backend, run, (randomness) =>
    during([markStep, ...randomness.replacements], () =>
      tensorflow().tidy(run.step as () => Tensor),
    ),
  );
}

/** Runs a step op by op, as it is, and notes what it does. */
export function record(backend: NativeBackend, run: Run): { result: Structure; trace: Trace } {
  const variables = registeredVariables();
  separateVariables(backend, variables);
  return withRandomness(backend, run, (randomness, stepNumber) => {
    const recorder = new Recorder(backend);
    run.inputs.forEach((tensor, index) =>
      recorder.know(handleOf(backend, tensor), { kind: "input", index, ...typed(backend, tensor) }),
    );
    for (const variable of variables)
      if (variable.dtype !== "string")
        recorder.know(handleOf(backend, variable), {
          kind: "variable",
          variable,
          ...typed(backend, variable),
        });
    recorder.know(stepNumber.handle, { kind: "step number", dtype: DataType.int32, shape: [] });
    const participants = new Participants();
    const replacements = [
      markStep,
      recorderInPlace(recorder),
      ...graphKernels,
      ...participants.replacements,
      ...randomness.replacements,
    ];
    return during(replacements, () => {
      const value: unknown = tensorflow().tidy(run.step as () => Tensor);
      if (value instanceof Promise) recorder.refuse("it is asynchronous: it gives a Promise");
      const result = structureOf(value);
      const stateful = [...participants.layers].find(keepsState);
      if (stateful) recorder.refuse(`the layer ${stateful.name} keeps its state between steps`);
      const plain = plainValueIn(value);
      if (plain) recorder.refuse(`it returns ${plain}: a graph gives tensors only`);
      if (randomness.obstacle) recorder.refuse(randomness.obstacle);
      const outputs = result.tensors.map((tensor) => recorder.valueOf(tensor));
      if (outputs.includes(undefined)) recorder.refuse("it returns a tensor made outside of it");
      const updates = recorder.updates();
      if (outputs.length + updates.size === 0)
        recorder.refuse("it returns no tensor and changes no variable");
      const trace: Trace = {
        nodes: recorder.nodes,
        outputs: outputs.filter((output): output is Value => output !== undefined),
        updates,
        reliances: recorder.reliances,
        optimizers: [...participants.optimizers],
        participants: [...participants.optimizers, ...participants.layers],
        draws: randomness.draws,
        obstacle: recorder.obstacle,
      };
      return { result, trace };
    });
  });
}

const keepsState = (layer: object): layer is { stateful: true; name: string } =>
  (layer as { stateful?: unknown }).stateful === true;

const typed = (
  backend: NativeBackend,
  { dataId, shape }: Tensor,
): { dtype: number; shape: number[] } => ({
  dtype: backend.tensorMap.get(dataId).dtype,
  shape: [...shape],
});

function recorderInPlace(recorder: Recorder): Replacement {
  const { backend } = recorder;
  return () => {
    const { binding } = backend;
    const idsOf = backend.getInputTensorIds.bind(backend);
    backend.binding = recorder.binding;
    backend.getInputTensorIds = (tensors) => {
      const ids = idsOf(tensors);
      recorder.meet(tensors, ids);
      return ids;
    };
    return () => {
      backend.binding = binding;
      delete (backend as Partial<NativeBackend>).getInputTensorIds;
    };
  };
}

function withRandomness<T>(
  backend: NativeBackend,
  { places, stepNumber: number }: Run,
  run: (randomness: Randomness, stepNumber: StepNumber) => T,
): T {
  const id = backend.binding.createTensor([], DataType.int32, Int32Array.of(number));
  const step = { number, handle: id };
  try {
    return run(new Randomness(backend, places, step), step);
  } finally {
    backend.binding.deleteTensor(id);
  }
}
