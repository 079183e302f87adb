import { createRequire } from "node:module";
import type * as TypeScript from "typescript";
import { CompileError } from "./compile-error.ts";
import { LineIndex } from "./positions.ts";
import { mapFrom, type Compiled } from "./source-map.ts";

let loaded: typeof TypeScript | undefined;

/** Loaded on first need: few cells ever do, and it costs more than the rest of a start. */
function typescript(): typeof TypeScript {
  loaded ??= createRequire(import.meta.url)("typescript") as typeof TypeScript;
  return loaded;
}

/**
 * Compiles any TypeScript, standard decorators and `accessor` included.
 *
 * @throws CompileError for anything that is not TypeScript.
 */
export function compile(source: string): Compiled {
  const ts = typescript();
  // Parsed apart, since the compiler fails in odd ways over some texts that do not parse.
  const [first] = syntaxErrors(source, "cell.ts");
  if (first) {
    const message = ts.flattenDiagnosticMessageText(first.messageText, "\n");
    throw new CompileError(message, new LineIndex(source).position(first.start));
  }
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    fileName: "cell.ts",
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
      sourceMap: true,
    },
  });
  const code = outputText.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "");
  return { code, toSource: mapFrom(() => sourceMapText ?? "") };
}

/** Whether a text is TypeScript, or would be in a file of the given name. */
export const compiles = (source: string, file: "cell.ts" | "cell.tsx"): boolean =>
  syntaxErrors(source, file).length === 0;

function syntaxErrors(source: string, file: string): readonly TypeScript.DiagnosticWithLocation[] {
  const ts = typescript();
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext);
  // Left out of the compiler's types, but the only errors that need no program around the file.
  const { parseDiagnostics } = parsed as {
    parseDiagnostics?: readonly TypeScript.DiagnosticWithLocation[];
  };
  return parseDiagnostics ?? [];
}
