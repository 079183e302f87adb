import type { AnyNode, ExportAllDeclaration, Identifier, ImportAttribute, Literal } from "acorn";

/** What a static import becomes: names to declare, and code that waits for the module. */
export interface ImportCode {
  readonly names: readonly string[];
  readonly code: string;
}

/**
 * The code for a static import, or for an export from another module, which loads that module.
 * Undefined for any other statement.
 *
 * @param used Names that the cell uses as values: importing one that does not exist is an error.
 * @param loader Name of the global that loads modules.
 */
export function rewriteImport(
  node: AnyNode,
  used: ReadonlyMap<string, number>,
  loader: string,
): ImportCode | undefined {
  if (node.type === "ExportAllDeclaration" || isReexport(node)) {
    return { names: [], code: `await ${loader}.import(${argumentsOf(node).join()});` };
  }
  if (node.type !== "ImportDeclaration") return undefined;
  const [specifier, ...options] = argumentsOf(node);
  const names: string[] = [];
  const properties: string[] = [];
  const required: string[] = [];
  let namespace: string | undefined;
  for (const item of node.specifiers) {
    names.push(item.local.name);
    if (item.type === "ImportNamespaceSpecifier") {
      namespace = item.local.name;
      continue;
    }
    const key = item.type === "ImportSpecifier" ? exportName(item.imported) : `"default"`;
    properties.push(`${key}:${item.local.name}`);
    if (used.has(item.local.name)) required.push(key);
  }
  const load = `await ${loader}.importNames(${[specifier, `[${required.join()}]`, ...options].join()});`;
  let code = namespace
    ? `${namespace}=await ${loader}.import(${[specifier, ...options].join()});`
    : "";
  if (properties.length > 0) code += `({${properties.join()}}=${load.slice(0, -1)});`;
  else if (!namespace) code += load;
  return { names, code };
}

interface Reexport {
  readonly type: "ExportNamedDeclaration";
  readonly source: Literal;
  readonly attributes: ImportAttribute[];
}

function isReexport(node: AnyNode): node is AnyNode & Reexport {
  return node.type === "ExportNamedDeclaration" && Boolean(node.source);
}

const exportName = (node: Identifier | Literal): string =>
  JSON.stringify(node.type === "Identifier" ? node.name : node.value);

function argumentsOf(
  node: Pick<ExportAllDeclaration, "source" | "attributes">,
): [specifier: string, ...options: string[]] {
  const specifier = JSON.stringify(node.source.value);
  if (node.attributes.length === 0) return [specifier];
  const attributes = node.attributes.map(
    ({ key, value }) => `${exportName(key)}:${JSON.stringify(value.value)}`,
  );
  return [specifier, `{"with":{${attributes.join()}}}`];
}
