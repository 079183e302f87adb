/** A tree as flat arrays; node 0 is the root, a node's children stand after it. As scikit-learn's `tree_`. */
export interface TreeArrays {
  readonly nodeCount: number;
  /** Values a node holds: the shares of the classes, or one number. */
  readonly outputs: number;
  /** The length of the longest way from the root to a leaf. */
  readonly maxDepth: number;
  /** The child for values up to the threshold; -1 in a leaf. */
  readonly childrenLeft: Int32Array;
  readonly childrenRight: Int32Array;
  /** The feature that is compared; -2 in a leaf. */
  readonly feature: Int32Array;
  /** -2 in a leaf. */
  readonly threshold: Float64Array;
  /** 1 where missing values go left. */
  readonly missingGoToLeft: Uint8Array;
  readonly impurity: Float64Array;
  readonly nNodeSamples: Int32Array;
  readonly weightedNNodeSamples: Float64Array;
  /** [nodes, outputs]: the shares of the classes, or the mean of y. */
  readonly value: Float64Array;
}

/** What is known of a node when it is made. */
export interface NodeFacts {
  readonly impurity: number;
  readonly samples: number;
  readonly weight: number;
}

/** Tree arrays that grow. */
export class TreeWriter {
  readonly #outputs: number;
  #capacity = 64;
  #count = 0;
  #maxDepth = 0;
  #left = new Int32Array(64).fill(-1);
  #right = new Int32Array(64).fill(-1);
  #feature = new Int32Array(64).fill(-2);
  #threshold = new Float64Array(64).fill(-2);
  #missing = new Uint8Array(64);
  #impurity = new Float64Array(64);
  #samples = new Int32Array(64);
  #weight = new Float64Array(64);
  #value: Float64Array;

  constructor(outputs: number) {
    this.#outputs = outputs;
    this.#value = new Float64Array(64 * outputs);
  }

  /** Adds a leaf, as its parent's left or right child; -1 for the root's parent. */
  add(parent: number, isLeft: boolean, depth: number, facts: NodeFacts): number {
    if (this.#count === this.#capacity) this.#grow();
    const id = this.#count++;
    if (parent >= 0) (isLeft ? this.#left : this.#right)[parent] = id;
    this.#impurity[id] = facts.impurity;
    this.#samples[id] = facts.samples;
    this.#weight[id] = facts.weight;
    if (depth > this.#maxDepth) this.#maxDepth = depth;
    return id;
  }

  setValue(id: number, output: number, value: number): void {
    this.#value[id * this.#outputs + output] = value;
  }

  /** Makes a node a split. */
  split(id: number, feature: number, threshold: number, missingLeft: boolean): void {
    this.#feature[id] = feature;
    this.#threshold[id] = threshold;
    this.#missing[id] = Number(missingLeft);
  }

  finish(): TreeArrays {
    const count = this.#count;
    return {
      nodeCount: count,
      outputs: this.#outputs,
      maxDepth: this.#maxDepth,
      childrenLeft: this.#left.slice(0, count),
      childrenRight: this.#right.slice(0, count),
      feature: this.#feature.slice(0, count),
      threshold: this.#threshold.slice(0, count),
      missingGoToLeft: this.#missing.slice(0, count),
      impurity: this.#impurity.slice(0, count),
      nNodeSamples: this.#samples.slice(0, count),
      weightedNNodeSamples: this.#weight.slice(0, count),
      value: this.#value.slice(0, count * this.#outputs),
    };
  }

  #grow(): void {
    const capacity = 2 * this.#capacity;
    const longer = <T extends Int32Array | Float64Array | Uint8Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.#left = longer(new Int32Array(capacity).fill(-1), this.#left);
    this.#right = longer(new Int32Array(capacity).fill(-1), this.#right);
    this.#feature = longer(new Int32Array(capacity).fill(-2), this.#feature);
    this.#threshold = longer(new Float64Array(capacity).fill(-2), this.#threshold);
    this.#missing = longer(new Uint8Array(capacity), this.#missing);
    this.#impurity = longer(new Float64Array(capacity), this.#impurity);
    this.#samples = longer(new Int32Array(capacity), this.#samples);
    this.#weight = longer(new Float64Array(capacity), this.#weight);
    this.#value = longer(new Float64Array(capacity * this.#outputs), this.#value);
    this.#capacity = capacity;
  }
}
