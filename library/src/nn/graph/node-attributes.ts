import { AttributeKind } from "./backend.ts";
import { attributeMessage } from "./messages.ts";
import type { OpDefinition } from "./op-definition.ts";
import type { Node } from "./trace.ts";

const kindNames = Object.fromEntries(
  Object.entries(AttributeKind).map(([name, number]) => [number, name]),
);

/**
 * The attributes of a node in full. Where ops run one by one TensorFlow infers types and numbers of
 * inputs, and TensorFlow.js now and then says a type that differs from the tensor's; a graph must say
 * all of them, rightly.
 *
 * @throws Error where an attribute without a default is not known
 */
export function nodeAttributes(node: Node, definition: OpDefinition): Record<string, Uint8Array> {
  const given = new Map<string, { kind: string; value: unknown }>();
  for (const { name, type, value } of node.attributes) {
    const wanted = definition.attributes.get(name);
    if (wanted) given.set(name, { kind: wanted.kind || kindNames[type], value });
  }
  inferFromInputs(node, definition, given);
  for (const [name, { hasDefault }] of definition.attributes)
    if (!hasDefault && !given.has(name)) throw new Error(`${node.op} lacks the attribute ${name}`);
  return Object.fromEntries(
    [...given].map(([name, { kind, value }]) => [name, attributeMessage(kind, value)]),
  );
}

function inferFromInputs(
  { inputs }: Node,
  definition: OpDefinition,
  given: Map<string, { kind: string; value: unknown }>,
): void {
  let position = 0;
  definition.inputs.forEach(({ type, count: countName, types }, place) => {
    const rest = inputs.length - position - (definition.inputs.length - 1 - place);
    const count = types || countName ? Number(given.get(countName ?? "")?.value ?? rest) : 1;
    const dtypes = inputs.slice(position, position + count).map(({ dtype }) => dtype);
    position += count;
    if (types) given.set(types, { kind: "list(type)", value: dtypes });
    if (countName) given.set(countName, { kind: "int", value: count });
    if (type && count > 0) given.set(type, { kind: "type", value: dtypes[0] });
  });
}
