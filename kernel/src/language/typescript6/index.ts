/**
 * The compiler interface on TypeScript 6's language service.
 *
 * @module
 */
import ts from "typescript";
import type { Compiler, RawDiagnostic } from "../compiler.ts";
import { CellFiles } from "./cell-files.ts";
import { completionsAt } from "./completions.ts";
import { NotebookHost } from "./host.ts";
import { callInfo, definitionAt, exportedName, quickInfo, stringAt } from "./info.ts";
import { liveAt, pathAt } from "./live.ts";
import { cellNames } from "./names.ts";
import { sharedSpecifiers } from "./shared.ts";
import { isTooLarge } from "./size.ts";
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

  return {
    version: ts.version,
    names: (code) => cellNames(parse(code)),
    syntax: (code) => cellSyntax(parse(code)),
    stringAt: (code, offset) => stringAt(parse(code), offset),
    liveAt,
    pathAt,
    otherName: (name) => files.otherName(name),
    earlierName: (name) => files.earlierName(name),
    clean: (text) => files.clean(text),
    specifier: (n) => files.specifier(n),
    shared: sharedSpecifiers,
    share: (owners) => files.share(owners),
    references: (text) => files.references(text),
    write: (n, text, frozen) => files.write(n, text, frozen),
    remove: (n) => files.remove(n),
    refresh: () => host.refresh(),

    diagnostics(n) {
      const path = files.pathOf(n);
      const syntactic = service.getSyntacticDiagnostics(path);
      // What a broken tree means says more about the parser's recovery than about the cell.
      const found = syntactic.length > 0 ? syntactic : service.getSemanticDiagnostics(path);
      return found.map((diagnostic) => toRaw(files, diagnostic));
    },

    declarations(n) {
      const path = files.pathOf(n);
      const source = program().getSourceFile(path);
      if (source === undefined || isTooLarge(program().getTypeChecker(), source)) return undefined;
      const lossy = program()
        .getDeclarationDiagnostics(source)
        .some(({ code }) => !harmlessInDeclarations.has(code));
      if (lossy) return undefined;
      const text = service.getEmitOutput(path, true, true).outputFiles[0]?.text;
      return text === undefined ? undefined : files.pinned(text);
    },

    completions: (n, offset) => completionsAt(files, service, files.pathOf(n), offset),

    quickInfo: (n, offset) =>
      quickInfo(files, service.getQuickInfoAtPosition(files.pathOf(n), offset)),

    exportInfo(n, name) {
      const source = program().getSourceFile(files.pathOf(n));
      const named = source && exportedName(program().getTypeChecker(), source, name);
      if (named === undefined) return undefined;
      const path = named.getSourceFile().fileName;
      return quickInfo(files, service.getQuickInfoAtPosition(path, named.getStart()));
    },

    call: (n, offset) =>
      callInfo(files, service.getSignatureHelpItems(files.pathOf(n), offset, undefined)),

    definition: (n, offset) =>
      definitionAt(
        files,
        program(),
        service.getDefinitionAtPosition(files.pathOf(n), offset) ?? [],
      ),
  };
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

function toRaw(files: CellFiles, diagnostic: ts.Diagnostic): RawDiagnostic {
  return {
    category: diagnostic.category === ts.DiagnosticCategory.Error ? "error" : "warning",
    code: diagnostic.code,
    message: files.clean(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")),
    start: diagnostic.start ?? 0,
    length: diagnostic.length ?? 0,
  };
}
