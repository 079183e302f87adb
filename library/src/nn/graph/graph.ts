import { createHash } from "node:crypto";
import type { Optimizer, Variable } from "../../tensorflow/index.ts";
import {
  attributeMessage,
  nodeMessage,
  savedModelMessage,
  shapeMessage,
  tensorAttribute,
  tensorMessage,
} from "./messages.ts";
import { nodeAttributes } from "./node-attributes.ts";
import { opDefinition } from "./op-definition.ts";
import { field } from "./protobuf.ts";
import { simplify } from "./simplify.ts";
import type { ConstantValue, Node, ResultValue, Trace, Value } from "./trace.ts";

/** A constant that is the learning rate of an optimiser, or its negative. */
export interface Rate {
  readonly optimizer: Optimizer;
  readonly sign: 1 | -1;
}

export type Rates = ReadonlyMap<ConstantValue, Rate>;

type FedValue = Exclude<Value, ConstantValue | ResultValue> | (Rate & { readonly kind: "rate" });

/** What a session is given at each step, and under which name. */
export interface Feed {
  readonly name: string;
  readonly value: FedValue;
}

/** A graph to be loaded: its bytes, what it takes, and what it gives. */
export interface Graph {
  readonly model: Uint8Array;
  readonly feeds: readonly Feed[];
  /** Names of the step's outputs. */
  readonly outputs: readonly string[];
  /** Variables that the step changes, in the order of their new values. */
  readonly updated: readonly Variable[];
  /** Names of the new values. */
  readonly updates: readonly string[];
  /** How many ops of each kind. */
  readonly ops: Readonly<Record<string, number>>;
}

/**
 * Writes a trace as a TensorFlow graph. State is fed and fetched: the variables stay what they are in
 * TensorFlow.js, so that predicting, saving and callbacks see the weights of the last step, and a step
 * that fails has changed nothing.
 */
export function writeGraph(trace: Trace, rates: Rates): Graph {
  const { outputs: values, updates: changes } = simplify(trace, rates);
  const writer = new GraphWriter(rates);
  const fetched = (name: string, value: Value): string => writer.fetch(name, value);
  const outputs = values.map((value, i) => fetched(`output${i}`, value));
  const updated = [...changes.keys()];
  const updates = updated.map((v, i) => fetched(`update${i}`, changes.get(v) as Value));
  return {
    model: savedModelMessage(writer.nodes),
    feeds: [...writer.feeds.values()],
    outputs,
    updated,
    updates,
    ops: writer.ops,
  };
}

class GraphWriter {
  readonly nodes: Uint8Array[] = [];
  readonly feeds = new Map<unknown, Feed>();
  readonly ops: Record<string, number> = {};
  readonly #rates: Rates;
  readonly #constants = new Map<string, string>();
  readonly #written = new Map<Node, string>();

  constructor(rates: Rates) {
    this.#rates = rates;
  }

  fetch(name: string, value: Value): string {
    const T = attributeMessage("type", value.dtype);
    this.nodes.push(nodeMessage(name, "Identity", [this.#reference(value)], { T }));
    return `${name}:0`;
  }

  #reference(value: Value): string {
    if (value.kind === "result") {
      const name = this.#node(value.node);
      return value.output === 0 ? name : `${name}:${value.output}`;
    }
    if (value.kind !== "constant") return this.#feed(value, value);
    const rate = this.#rates.get(value);
    return rate ? this.#feed({ kind: "rate", ...rate }, value) : this.#constant(value);
  }

  /** Only what outputs and updates need is written; the order of the recording is kept. */
  #node(node: Node): string {
    const known = this.#written.get(node);
    if (known !== undefined) return known;
    // Deep graphs would overflow the stack if each input were followed by recursion.
    const waiting = [node];
    for (let last = waiting.at(-1); last; last = waiting.at(-1)) {
      const open = last.inputs.filter((v) => v.kind === "result" && !this.#written.has(v.node));
      if (open.length > 0) waiting.push(...open.map((value) => (value as ResultValue).node));
      else {
        if (!this.#written.has(last)) this.#written.set(last, this.#write(last));
        waiting.pop();
      }
    }
    return this.#written.get(node) as string;
  }

  #write(node: Node): string {
    const definition = opDefinition(node.op);
    if (!definition) throw new Error(`the op ${node.op} is not one of those that graphs know`);
    const op = opOf(node);
    const attributes = nodeAttributes(node, definition);
    const name = `${op}_${this.#written.size}`;
    this.nodes.push(
      nodeMessage(
        name,
        op,
        node.inputs.map((input) => this.#reference(input)),
        attributes,
      ),
    );
    this.ops[op] = (this.ops[op] ?? 0) + 1;
    return name;
  }

  #constant({ dtype, shape, bytes }: ConstantValue): string {
    const digest = createHash("sha1").update(bytes).digest("base64");
    const key = `${dtype} ${shape.join("x")} ${digest}`;
    let name = this.#constants.get(key);
    if (name === undefined) {
      name = `constant${this.#constants.size}`;
      this.#constants.set(key, name);
      const attributes = {
        dtype: attributeMessage("type", dtype),
        value: tensorAttribute(tensorMessage(dtype, shape, bytes)),
      };
      this.nodes.push(nodeMessage(name, "Const", [], attributes));
    }
    return name;
  }

  #feed(value: FedValue, { dtype, shape }: { dtype: number; shape: readonly number[] }): string {
    const key = feedKey(value);
    const known = this.feeds.get(key);
    if (known) return known.name;
    const name = `feed${this.feeds.size}`;
    this.feeds.set(key, { name, value });
    const attributes = {
      dtype: attributeMessage("type", dtype),
      shape: field(7, shapeMessage(shape)),
    };
    this.nodes.push(nodeMessage(name, "Placeholder", [], attributes));
    return name;
  }
}

function feedKey(value: FedValue): unknown {
  if (value.kind === "variable") return value.variable;
  if (value.kind === "input") return `input ${value.index}`;
  if (value.kind === "captured") return `captured ${value.id}`;
  return value.kind === "rate" ? rateKey(value) : value.kind;
}

const rateKeys = new WeakMap<Optimizer, [object, object]>();

/** One object for each optimiser and sign. */
function rateKey({ optimizer, sign }: Rate): object {
  let keys = rateKeys.get(optimizer);
  if (!keys) rateKeys.set(optimizer, (keys = [{}, {}]));
  return keys[sign === 1 ? 0 : 1];
}

/**
 * Grappler fuses BatchMatMulV2 with a product and a sum after it into an op that is a hundred times
 * slower on CPUs than its parts (TensorFlow 2.16.2). It leaves the older BatchMatMul alone, which takes
 * equal batches only.
 */
function opOf({ op, inputs }: Node): string {
  if (op !== "BatchMatMulV2") return op;
  const [a, b] = inputs.map(({ shape }) => shape.slice(0, -2).join());
  return a === b ? "BatchMatMul" : op;
}
