import { AttributeKind, DataType, type Attribute } from "./backend.ts";
import type { Rates } from "./graph.ts";
import type { Node, NodeOutput, ResultValue, Trace, Value } from "./trace.ts";

/**
 * A trace with fewer and faster ops that give the same: TensorFlow.js multiplies matrices as batches of
 * one, with a reshape on each side, casts floats to floats, and computes in gradients again what it has
 * computed before.
 */
export function simplify(trace: Trace, rates: Rates): Trace {
  return new Simplifier(rates).trace(trace);
}

class Simplifier {
  readonly #rates: Rates;
  readonly #nodes: Node[] = [];
  /** What stands for the outputs of a recorded node. */
  readonly #results = new Map<Node, readonly Value[]>();
  readonly #known = new Map<string, readonly Value[]>();
  readonly #names = new Map<object, string>();

  constructor(rates: Rates) {
    this.#rates = rates;
  }

  trace(trace: Trace): Trace {
    // Recorded in the order of running: inputs come before what uses them.
    for (const node of trace.nodes) {
      const inputs = node.inputs.map((input) => this.#now(input));
      this.#results.set(node, this.#rewritten({ ...node, inputs }));
    }
    return {
      ...trace,
      nodes: this.#nodes,
      outputs: trace.outputs.map((value) => this.#now(value)),
      updates: new Map([...trace.updates].map(([variable, value]) => [variable, this.#now(value)])),
    };
  }

  #now(value: Value): Value {
    if (value.kind !== "result") return value;
    return (this.#results.get(value.node) as readonly Value[])[value.output];
  }

  #rewritten(node: Node): readonly Value[] {
    const [x, y] = node.inputs;
    const [output] = node.outputs;
    switch (node.op) {
      case "Identity":
        return [x];
      case "Cast":
        return x.dtype === output.dtype ? [x] : this.#add(node);
      case "Reshape":
        return [this.#reshaped(x, output.shape, node)];
      case "BatchMatMulV2":
        return isMatrix(x) && isMatrix(y) ? [this.#product(node)] : this.#add(node);
      case "Add":
      case "AddV2":
        return addsBias(x, y, output) ? this.#add(biasAdd(node, x, y)) : this.#add(node);
      default:
        return this.#add(node);
    }
  }

  /** The same node with the same inputs has run before, or runs now. */
  #add(node: Node): readonly Value[] {
    const attributes = node.attributes.map(({ name, value }) => `${name}=${String(value)}`).join();
    const key = `${node.op} ${attributes} ${node.inputs.map((input) => this.#name(input)).join()}`;
    let results = this.#known.get(key);
    if (!results) {
      this.#nodes.push(node);
      results = node.outputs.map((output, place) => ({
        kind: "result",
        node,
        output: place,
        ...output,
      }));
      this.#known.set(key, results);
    }
    return results;
  }

  #reshaped(x: Value, shape: readonly number[], like?: Node): Value {
    if (same(x.shape, shape)) return x;
    if (x.kind === "result" && x.node.op === "Reshape")
      return this.#reshaped(x.node.inputs[0], shape);
    const inputs = [x, like && like.inputs[0] === x ? like.inputs[1] : shapeConstant(shape)];
    const attributes = [typeOf("T", x.dtype), typeOf("Tshape", DataType.int32)];
    return this.#add({
      op: "Reshape",
      attributes,
      inputs,
      outputs: [{ dtype: x.dtype, shape }],
    })[0];
  }

  #product({ inputs: [x, y], attributes, outputs: [{ dtype, shape }] }: Node): Value {
    const flag = (name: string): boolean =>
      Boolean(attributes.find((attribute) => attribute.name === name)?.value);
    const [a, b] = [x, y].map((value) => this.#reshaped(value, value.shape.slice(-2)));
    const [product] = this.#add({
      op: "MatMul",
      attributes: [
        typeOf("T", dtype),
        { name: "transpose_a", type: AttributeKind.bool, value: flag("adj_x") },
        { name: "transpose_b", type: AttributeKind.bool, value: flag("adj_y") },
      ],
      inputs: [a, b],
      outputs: [{ dtype, shape: shape.slice(-2) }],
    });
    return this.#reshaped(product, shape);
  }

  /** Equal for equal values. */
  #name(value: Value): string {
    if (value.kind === "constant" && value.bytes.length <= 256 && !this.#rates.has(value))
      return `c${value.dtype}[${value.shape.join("x")}]${Buffer.from(value.bytes).toString("base64")}`;
    if (value.kind === "result") return `${this.#named(value.node)}:${value.output}`;
    if (value.kind === "variable") return this.#named(value.variable);
    return this.#named(value);
  }

  #named(object: object): string {
    let name = this.#names.get(object);
    if (name === undefined) this.#names.set(object, (name = String(this.#names.size)));
    return name;
  }
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((length, i) => length === b[i]);

/** A matrix, or a batch of one. */
const isMatrix = ({ shape }: Value): boolean =>
  shape.length >= 2 && shape.slice(0, -2).every((length) => length === 1);

/** TensorFlow fuses a product or a convolution with BiasAdd and an activation, but not with Add. */
function addsBias(x: Value, y: Value, output: NodeOutput): x is ResultValue {
  return (
    x.kind === "result" &&
    (x.node.op === "Conv2D" || x.node.op === "MatMul") &&
    y.shape.length === 1 &&
    y.shape[0] === x.shape.at(-1) &&
    same(x.shape, output.shape)
  );
}

const biasAdd = (node: Node, x: Value, bias: Value): Node => ({
  op: "BiasAdd",
  attributes: [typeOf("T", x.dtype)],
  inputs: [x, bias],
  outputs: node.outputs,
});

const shapeConstant = (shape: readonly number[]): Value => ({
  kind: "constant",
  dtype: DataType.int32,
  shape: [shape.length],
  bytes: new Uint8Array(Int32Array.from(shape).buffer),
});

const typeOf = (name: string, value: number): Attribute => ({
  name,
  type: AttributeKind.type,
  value,
});
