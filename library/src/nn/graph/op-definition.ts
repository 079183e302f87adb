import { opDefinitions } from "./op-definitions.ts";

/** How the type and the number of an input follow from attributes. */
export interface OpInput {
  /** The attribute with its type; empty where the type is fixed. */
  readonly type: string;
  /** The attribute that says how many tensors it takes; undefined for one. */
  readonly count?: string;
  /** The attribute with a list of types, for tensors of several types. */
  readonly types?: string;
}

export interface OpAttribute {
  /** string, int, float, bool, type, shape, or list(…) of one of them. */
  readonly kind: string;
  readonly hasDefault: boolean;
}

export interface OpDefinition {
  readonly stateful: boolean;
  readonly inputs: readonly OpInput[];
  readonly attributes: ReadonlyMap<string, OpAttribute>;
}

let table: Map<string, OpDefinition> | undefined;

/** What TensorFlow knows of an op: undefined for one that TensorFlow.js does not call. */
export function opDefinition(name: string): OpDefinition | undefined {
  table ??= new Map(opDefinitions.trim().split("\n").map(parsed));
  return table.get(name);
}

function parsed(line: string): [string, OpDefinition] {
  const [, name, mark, inputs, attributes] = /^(\w+)(!?)\((.*?)\)(.*)$/u.exec(line) as string[];
  return [
    name,
    {
      stateful: mark === "!",
      inputs: inputs === "" ? [] : inputs.split(",").map(parsedInput),
      attributes: new Map(attributes.split(" ").filter(Boolean).map(parsedAttribute)),
    },
  ];
}

function parsedInput(text: string): OpInput {
  if (text.startsWith("[")) return { type: "", types: text.slice(1, -1) };
  const [type, count] = text.split("*");
  return { type: type === "-" ? "" : type, ...(count && { count }) };
}

function parsedAttribute(text: string): [string, OpAttribute] {
  const hasDefault = text.endsWith("=");
  const [name, kind] = text.slice(0, hasDefault ? -1 : undefined).split(":");
  return [name, { kind, hasDefault }];
}
