import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { AttributeKind, DataType, type Attribute, type NativeBackend } from "./backend.ts";
import type { Replacement } from "./during.ts";

const kernelBackend = "tensorflow";
const reluGradient = "DaylabReluGrad";

type Kernel = Parameters<ReturnType<typeof tensorflow>["registerKernel"]>[0];

/** Attribute of a type: the number of TensorFlow's. */
const type = (name: string, value: number): Attribute => ({
  name,
  type: AttributeKind.type,
  value,
});

/** Runs one op on tensors by the backend in use. */
function run(name: string, attributes: Attribute[], inputs: readonly Tensor[]): Tensor {
  const backend = tensorflow().backend() as unknown as NativeBackend;
  const ids = backend.getInputTensorIds(inputs);
  return backend.createOutputTensor(backend.binding.executeOp(name, attributes, ids, 1)[0]);
}

const dtypeNumbers: Readonly<Record<string, number>> = {
  float32: DataType.float,
  int32: DataType.int32,
  bool: DataType.bool,
};

/**
 * TensorFlow.js reads the indices of a gather to check them, which a recording cannot follow; a graph
 * has TensorFlow's own check.
 */
const gather: Kernel = {
  kernelName: "GatherV2",
  backendName: kernelBackend,
  kernelFunc: ({ inputs, attrs }) => {
    const { x, indices } = inputs as unknown as { x: Tensor; indices: Tensor };
    const { axis, batchDims } = attrs as unknown as { axis: number; batchDims: number };
    const place = tensorflow().scalar(axis, "int32");
    const result = run(
      "GatherV2",
      [
        { name: "batch_dims", type: AttributeKind.int, value: batchDims },
        type("Tparams", dtypeNumbers[x.dtype]),
        type("Tindices", dtypeNumbers[indices.dtype]),
        type("Taxis", DataType.int32),
      ],
      [x, indices, place],
    );
    place.dispose();
    return result;
  },
};

/** The kernels and gradients that are better, or only possible, in a recording. */
export const graphKernels: Replacement[] = [
  () => {
    const tf = tensorflow();
    const old = tf.getKernel("GatherV2", kernelBackend);
    tf.unregisterKernel("GatherV2", kernelBackend);
    tf.registerKernel(gather);
    return () => {
      tf.unregisterKernel("GatherV2", kernelBackend);
      tf.registerKernel(old);
    };
  },
  // TensorFlow.js composes the gradient of ReLU of eight ops; TensorFlow has one.
  () => {
    const tf = tensorflow();
    registerReluGradient();
    const old = tf.getGradient("Relu");
    tf.unregisterGradient("Relu");
    tf.registerGradient({
      kernelName: "Relu",
      outputsToSave: [true],
      gradFunc: (dy, [y]) => ({
        x: () => tf.engine().runKernel<Tensor>(reluGradient, { dy: dy as Tensor, y }),
      }),
    });
    return () => {
      tf.unregisterGradient("Relu");
      tf.registerGradient(old);
    };
  },
];

function registerReluGradient(): void {
  const tf = tensorflow();
  if (tf.getKernel(reluGradient, kernelBackend)) return;
  tf.registerKernel({
    kernelName: reluGradient,
    backendName: kernelBackend,
    kernelFunc: ({ inputs }) => {
      const { dy, y } = inputs as unknown as { dy: Tensor; y: Tensor };
      return run("ReluGrad", [type("T", DataType.float)], [dy, y]);
    },
  });
  // For gradients of gradients, as in a gradient penalty.
  tf.registerGradient({
    kernelName: reluGradient,
    inputsToSave: ["y"],
    gradFunc: (ddy, [y]) => ({
      dy: () => tf.engine().runKernel<Tensor>(reluGradient, { dy: ddy as Tensor, y }),
      y: () => tf.zerosLike(y),
    }),
  });
}
