import { nearest } from "./nearest.ts";
import type { ModuleNamespace } from "./types.ts";

const mostNames = 12;

/**
 * The exports that a static import picks from. CommonJS and JSON modules also give the properties
 * of what they export, which Node finds only partly by reading their code.
 *
 * @throws SyntaxError for a required name that is not exported, with the nearest one that is.
 */
export function namedImports(
  specifier: string,
  namespace: ModuleNamespace,
  required: readonly string[],
  isJson: boolean,
): ModuleNamespace {
  const whole = namespace["module.exports"] ?? (isJson ? namespace.default : undefined);
  const isOpen = (typeof whole === "object" && whole !== null) || typeof whole === "function";
  const more = isOpen ? (whole as ModuleNamespace) : {};
  const missing = required.find((name) => !(name in namespace) && !(name in more));
  if (missing === undefined) return isOpen ? merged(namespace, more) : namespace;
  const names = [...new Set([...Object.keys(namespace), ...Object.keys(more)])];
  throw new SyntaxError(
    `'${specifier}' does not provide an export named '${missing}'.${hint(missing, names)}`,
  );
}

function hint(missing: string, names: readonly string[]): string {
  const meant = nearest(missing, names);
  if (meant !== undefined) return ` Did you mean '${meant}'?`;
  if (names.length === 0) return " It exports nothing.";
  return names.length <= mostNames ? ` It exports ${names.join(", ")}.` : "";
}

const merged = (namespace: ModuleNamespace, more: ModuleNamespace): ModuleNamespace =>
  new Proxy(namespace, {
    // A namespace's own properties may not be reported as other values, hence only this trap.
    get: (target, name: string) => (name in target ? target[name] : more[name]),
  });
