import { tensorflow } from "../../tensorflow/index.ts";

export interface TensorsInUse {
  readonly tensors: number;
  /** Weights of models and other `tf.variable`s among them. */
  readonly variables: number;
  /** Buffers that hold the numbers; a clone shares one. */
  readonly buffers: number;
  readonly bytes: number;
}

/**
 * How many tensors there are, and how much memory they take.
 *
 * @example
 * const before = tensorsInUse();
 * const kept = tf.zeros([10]);
 * tensorsInUse().bytes - before.bytes; // 40
 */
export function tensorsInUse(): TensorsInUse {
  const tf = tensorflow();
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  const { registeredVariables } = tf.engine() as unknown as {
    readonly registeredVariables: Readonly<Record<string, unknown>>;
  };
  return {
    ...{ tensors: numTensors, buffers: numDataBuffers, bytes: numBytes },
    variables: Object.keys(registeredVariables).length,
  };
}
