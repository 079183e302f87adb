import { stripTypeScriptTypes } from "node:module";

let warned = false;

/**
 * The JavaScript that is left when the types of a text are replaced by blanks, or undefined where
 * that is not possible.
 */
export function strip(source: string): string | undefined {
  try {
    const code = warned
      ? stripTypeScriptTypes(source)
      : quietly(() => stripTypeScriptTypes(source));
    return code.length === source.length ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Node announces this function as experimental once per process, which says nothing to a user. */
function quietly<T>(work: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
    warned = true;
  }
}
