import { tensorflow, type Tensor } from "../../tensorflow/index.ts";
import { placeOf } from "./place.ts";

/** A tensor that was made and not disposed. */
export interface TrackedTensor {
  readonly id: number;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly bytes: number;
  /** The line of code that made it, such as `train.ts:12:5`; empty where only libraries are on the stack. */
  readonly madeAt: string;
  /** True for a `tf.variable`, which is made to last. */
  readonly variable: boolean;
  /** The tensor itself, so that it can be disposed. */
  readonly tensor: Tensor;
}

/** What TensorFlow.js's engine does with each tensor. */
interface Engine {
  trackTensor: (this: Engine, tensor: Tensor, backend: unknown) => void;
  disposeTensor: (this: Engine, tensor: Tensor) => void;
}

interface Made {
  readonly tensor: Tensor;
  /** Holds the stack, which is written out only when somebody reads it. */
  readonly where: { readonly stack?: string };
}

/** So many calls are looked at for the line that made a tensor. */
const depth = 40;

/** Follows which tensors are made and disposed, until `stop`. */
export class TensorTracking {
  readonly #made = new Map<number, Made>();
  #stop: () => void;

  constructor() {
    const engine = tensorflow().engine() as unknown as Engine;
    const { trackTensor, disposeTensor } = engine;
    const made = this.#made;
    const track = function (this: Engine, tensor: Tensor, backend: unknown): void {
      trackTensor.call(this, tensor, backend);
      const where = {};
      const { stackTraceLimit } = Error;
      Error.stackTraceLimit = depth;
      Error.captureStackTrace(where, track);
      Error.stackTraceLimit = stackTraceLimit;
      made.set(tensor.id, { tensor, where });
    };
    const dispose = function (this: Engine, tensor: Tensor): void {
      made.delete(tensor.id);
      disposeTensor.call(this, tensor);
    };
    Object.assign(engine, { trackTensor: track, disposeTensor: dispose });
    this.#stop = () => {
      // One that was begun later and has not ended keeps what it put in the place.
      if (engine.trackTensor === track) engine.trackTensor = trackTensor;
      if (engine.disposeTensor === dispose) engine.disposeTensor = disposeTensor;
      this.#stop = () => {};
    };
  }

  /** The tensors made since the beginning that are not disposed, the oldest first. */
  get alive(): TrackedTensor[] {
    const { Variable } = tensorflow();
    return [...this.#made.values()].map(({ tensor, where }) => {
      const { id, shape, dtype, size } = tensor;
      return {
        ...{ id, shape: [...shape], dtype, tensor },
        bytes: size * (dtype === "bool" ? 1 : dtype === "complex64" ? 8 : 4),
        madeAt: placeOf(where.stack ?? ""),
        variable: tensor instanceof Variable,
      };
    });
  }

  /** Follows no more; `alive` stays as it is. */
  stop(): void {
    this.#stop();
  }

  [Symbol.dispose](): void {
    this.stop();
  }
}

/**
 * Follows which tensors are made from here on, and by which line of code. Making a tensor costs some
 * microseconds more meanwhile. Steps that run as graphs make their inner values in TensorFlow, where
 * there is nothing to follow.
 *
 * @example
 * const tracking = trackTensors();
 * const kept = tf.zeros([2, 3]);
 * tf.ones([4]).dispose();
 * tracking.stop();
 * tracking.alive.map(({ shape, dtype }) => [shape, dtype]); // [[[2, 3], "float32"]]
 */
export function trackTensors(): TensorTracking {
  return new TensorTracking();
}
