/**
 * The compiler interface on TypeScript 6's language service.
 *
 * @module
 */
import ts from "typescript";
import type {
  CellNames,
  Compiler,
  QuickInfo,
  RawCompletions,
  RawDiagnostic,
  Span,
  Syntax,
} from "../compiler.ts";
import { NotebookHost } from "./host.ts";
import { CellFiles } from "./modules.ts";
import { cellNames } from "./names.ts";
import { cellSyntax } from "./syntax.ts";

/** Declaration errors that lose no type here: a path into a package resolves on this machine. */
const harmlessInDeclarations: ReadonlySet<number> = new Set([2742, 2883]);

/** A compiler for the cells of the notebook in `directory`. */
export function createCompiler(directory: string): Compiler {
  const files = new CellFiles(directory);
  const host = new NotebookHost(files);
  const service = ts.createLanguageService(host, ts.createDocumentRegistry());

  const program = (): ts.Program => {
    const current = service.getProgram();
    if (current === undefined) throw new Error("the language service has no program");
    return current;
  };
  const raw = (diagnostic: ts.Diagnostic): RawDiagnostic => ({
    category: diagnostic.category === ts.DiagnosticCategory.Error ? "error" : "warning",
    code: diagnostic.code,
    message: files.clean(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")),
    start: diagnostic.start ?? 0,
    length: diagnostic.length ?? 0,
  });

  return {
    version: ts.version,
    names: (code): CellNames => cellNames(parse(code)),
    syntax: (code): Syntax => cellSyntax(parse(code)),
    specifier: (n) => files.specifier(n),
    write: (n, text, frozen) => host.write(n, text, frozen),
    remove: (n) => host.remove(n),

    diagnostics(n) {
      const path = host.pathOf(n);
      const syntactic = service.getSyntacticDiagnostics(path);
      // What a broken tree means says more about the parser's recovery than about the cell.
      if (syntactic.length > 0) return syntactic.map(raw);
      return service.getSemanticDiagnostics(path).map(raw);
    },

    declarations(n) {
      const path = host.pathOf(n);
      const lossy = program()
        .getDeclarationDiagnostics(program().getSourceFile(path))
        .some(({ code }) => !harmlessInDeclarations.has(code));
      if (lossy) return undefined;
      return service.getEmitOutput(path, true, true).outputFiles[0]?.text;
    },

    completions(n, offset): RawCompletions | undefined {
      const found = service.getCompletionsAtPosition(host.pathOf(n), offset, {});
      if (found === undefined) return undefined;
      const span = found.optionalReplacementSpan ?? found.entries[0]?.replacementSpan;
      return {
        entries: found.entries
          .filter((entry) => files.number(entry.name) === undefined)
          .map(({ name, kind, sortText }) => ({ name, kind, rank: sortText })),
        span: span === undefined ? { start: offset, end: offset } : toSpan(span),
      };
    },

    quickInfo(n, offset): QuickInfo | undefined {
      const info = service.getQuickInfoAtPosition(host.pathOf(n), offset);
      if (info === undefined) return undefined;
      return {
        signature: files.clean(ts.displayPartsToString(info.displayParts)),
        documentation: ts.displayPartsToString(info.documentation),
        tags: tagsOf(info.tags),
        span: toSpan(info.textSpan),
      };
    },

    signature(n, offset): QuickInfo | undefined {
      const help = service.getSignatureHelpItems(host.pathOf(n), offset, undefined);
      const item = help?.items[help.selectedItemIndex];
      if (help === undefined || item === undefined) return undefined;
      const parameters = item.parameters.map((p) => ts.displayPartsToString(p.displayParts));
      const separator = ts.displayPartsToString(item.separatorDisplayParts);
      const signature =
        ts.displayPartsToString(item.prefixDisplayParts) +
        parameters.join(separator) +
        ts.displayPartsToString(item.suffixDisplayParts);
      return {
        signature: files.clean(signature),
        documentation: ts.displayPartsToString(item.documentation),
        tags: tagsOf(item.tags),
        span: toSpan(help.applicableSpan),
      };
    },

    definition(n, offset) {
      const [first] = service.getDefinitionAtPosition(host.pathOf(n), offset) ?? [];
      const cell = first === undefined ? undefined : files.number(first.fileName);
      if (first === undefined || cell === undefined) return undefined;
      return { cell, span: toSpan(first.contextSpan ?? first.textSpan) };
    },
  };
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function toSpan({ start, length }: ts.TextSpan): Span {
  return { start, end: start + length };
}

function tagsOf(tags: readonly ts.JSDocTagInfo[] | undefined): QuickInfo["tags"] {
  return (tags ?? []).map(({ name, text }) => ({ name, text: ts.displayPartsToString(text) }));
}
