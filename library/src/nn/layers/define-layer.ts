import { Random } from "../../random/index.ts";
import { tensorflow, type Tensor, type TensorFlow } from "../../tensorflow/index.ts";
import { glorotUniform, randomNormal, type Initializer } from "../initializers.ts";
import { tensorSeed, type SeedOrRandom } from "../seed.ts";
import { randomUniform } from "./random-uniform.ts";

/** A TensorFlow.js layer. */
export type Layer = InstanceType<TensorFlow["layers"]["Layer"]>;

/** Options of every layer of this folder, as TensorFlow.js's own layers have them. */
export interface LayerOptions {
  readonly name?: string;
  readonly trainable?: boolean;
  /** Without the batch: for the first layer of a sequential model. */
  readonly inputShape?: readonly (number | null)[];
}

/** A weight as a layer asks for it. */
export interface WeightPlan {
  readonly shape: readonly number[];
  /** `glorot` and `{ normal: σ }` draw from the layer's seed. */
  readonly start: "zeros" | "ones" | "glorot" | { readonly normal: number };
}

/** What a layer's arithmetic may use. */
export interface CallContext<Options> {
  readonly options: Options;
  readonly weights: Readonly<Record<string, Tensor>>;
  readonly training: boolean;
  /** Uniform numbers, 0 to 1, from the layer's seed; others at each call. */
  readonly random: (shape: readonly number[]) => Tensor;
}

export type Shape = readonly (number | null)[];

/** All that makes one kind of layer. Nothing in it may read a tensor: it runs in compiled steps too. */
export interface LayerPlan<Options> {
  /** Its class in saved models. */
  readonly className: string;
  /** Throws for options or inputs that make no sense. Shapes have the batch first. */
  readonly check?: (options: Options, ...shapes: readonly Shape[]) => void;
  readonly weights?: (options: Options, ...shapes: readonly Shape[]) => Record<string, WeightPlan>;
  /** Whether calls draw random numbers in training; the layer then counts them in a weight. */
  readonly draws?: (options: Options) => boolean;
  readonly call: (inputs: readonly Tensor[], context: CallContext<Options>) => Tensor;
  /** Default: the shape of the first input. */
  readonly outputShape?: (options: Options, ...shapes: readonly Shape[]) => Shape;
}

/** A layer of this folder: TensorFlow.js's, and what {@link attentionScores} reads of it. */
export interface PlannedLayer<Options> extends Layer {
  readonly options: Options;
  weightTensors(): Record<string, Tensor>;
}

type Seeded = LayerOptions & { readonly seed?: SeedOrRandom };
type LayerClass<Options> = new (options: Options) => PlannedLayer<Options>;

const classes: (() => unknown)[] = [];

/**
 * Tells TensorFlow.js the layers of this folder, so that `tf.loadLayersModel` knows them in a process
 * that has not made one. Calling it again does nothing.
 */
export function registerLayers(): void {
  for (const define of classes) define();
}

/** A function that makes layers of one kind. Their class is made at its first call: its base class is TensorFlow's. */
export function defineLayer<Options extends Seeded>(
  plan: LayerPlan<Options>,
): (options: Options) => PlannedLayer<Options> {
  let made: LayerClass<Options> | undefined;
  const define = (): LayerClass<Options> => (made ??= classOf(plan, tensorflow()));
  classes.push(define);
  return (options) => new (define())(options);
}

function classOf<Options extends Seeded>(
  plan: LayerPlan<Options>,
  tf: TensorFlow,
): LayerClass<Options> {
  class Planned extends tf.layers.Layer {
    static readonly className = plan.className;
    readonly options: Options;
    readonly #weights = new Map<string, Layer["weights"][number]>();
    #draws: Layer["weights"][number] | undefined;

    constructor(given: Options) {
      super(given as ConstructorParameters<typeof tf.layers.Layer>[0]);
      plan.check?.(given);
      // A saved model keeps the number that was drawn: it gives the same weights and the same numbers.
      const seed = given.seed instanceof Random ? tensorSeed(given.seed) : given.seed;
      this.options = { ...given, ...(seed !== undefined && { seed }) };
      // What loading a model adds.
      delete (this.options as { customObjects?: unknown }).customObjects;
    }

    override build(inputShape: Shape | Shape[]): void {
      const shapes = shapesOf(inputShape);
      plan.check?.(this.options, ...shapes);
      const random = new Random((this.options.seed as number | undefined) ?? 0, plan.className);
      const weights = plan.weights?.(this.options, ...shapes) ?? {};
      for (const [name, { shape, start }] of Object.entries(weights))
        this.#weights.set(
          name,
          this.addWeight(name, [...shape], "float32", initializer(start, random)),
        );
      if (plan.draws?.(this.options))
        this.#draws = this.addWeight(
          "draws",
          [],
          "int32",
          tf.initializers.zeros(),
          undefined,
          false,
        );
      this.built = true;
    }

    override call(inputs: Tensor | Tensor[], kwargs: { readonly training?: boolean }): Tensor {
      return tf.tidy(() =>
        plan.call(Array.isArray(inputs) ? inputs : [inputs], {
          options: this.options,
          weights: this.weightTensors(),
          training: kwargs?.training ?? false,
          random: (shape) => this.#random(shape),
        }),
      );
    }

    override computeOutputShape(inputShape: Shape | Shape[]): (number | null)[] {
      const shapes = shapesOf(inputShape);
      return [...(plan.outputShape?.(this.options, ...shapes) ?? shapes[0])];
    }

    override getConfig(): ReturnType<Layer["getConfig"]> {
      // The base class has made inputShape into batchInputShape.
      return { ...super.getConfig(), ...this.options, inputShape: undefined };
    }

    weightTensors(): Record<string, Tensor> {
      return Object.fromEntries([...this.#weights].map(([name, weight]) => [name, weight.read()]));
    }

    /** The count of draws is a weight, so that a compiled step and a loaded model go on with it. */
    #random(shape: readonly number[]): Tensor {
      const draws = this.#draws!;
      const numbers = randomUniform(
        shape,
        (this.options.seed as number | undefined) ?? 0,
        draws.read(),
      );
      draws.write(draws.read().add(tf.scalar(1, "int32")));
      return numbers;
    }
  }
  tf.serialization.registerClass(Planned);
  return Planned;
}

function shapesOf(shape: Shape | Shape[]): Shape[] {
  return Array.isArray(shape[0]) ? (shape as Shape[]) : [shape as Shape];
}

function initializer(start: WeightPlan["start"], random: Random): Initializer {
  if (start === "glorot") return glorotUniform(random);
  if (typeof start === "object") return randomNormal(random, start.normal);
  return tensorflow().initializers[start]();
}
