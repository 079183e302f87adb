import { CompileError } from "./compile-error.ts";
import { LineIndex } from "./positions.ts";

/** Half of what the least robust compiler survives, and far beyond what anyone writes. */
const deepestNesting = 250;
const longestChain = 1500;

/**
 * Refuses a text that would overflow a compiler's stack: Node's own then fails for the rest of the
 * process, and others end it.
 *
 * @throws CompileError at the place where the text goes too far.
 */
export function checkLimits(source: string): void {
  if (source.length < deepestNesting) return;
  let depth = 0;
  for (const { 0: char, index } of source.matchAll(/[()[\]{}]/g)) {
    depth += "([{".includes(char) ? 1 : -1;
    if (depth > deepestNesting) throw tooDeep(source, index);
  }
  if (source.length < longestChain) return;
  // An alternative for each character would overflow the stack of the search in a long literal.
  const literals =
    /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'|`[^`]*`|\/\*[^]*?\*\/|\/\/.*/g;
  const code = source.replace(literals, (literal) => "x".repeat(literal.length));
  let chain = 0;
  for (const { 0: char, index } of code.matchAll(/[-+*/%&|^?.=<>,;{}]/g)) {
    chain = ",;{}".includes(char) ? 0 : chain + 1;
    if (chain > longestChain) throw tooDeep(source, index);
  }
}

/** The error for code that no compiler can follow. */
export const tooDeep = (source: string, offset = 0): CompileError =>
  new CompileError("The code is nested too deeply", new LineIndex(source).position(offset));
