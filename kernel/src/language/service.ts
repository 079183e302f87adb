/**
 * Answers the language requests, inside the language thread.
 *
 * @module
 */
import { type CellModule, Cells } from "./cells.ts";
import { blanked, type ShellLine, shellLines } from "../transpile/shell-lines.ts";
import type { Compiler } from "./compiler.ts";
import { completeness } from "./completeness.ts";
import { completion } from "./completion.ts";
import { cellDiagnostics } from "./diagnostics.ts";
import { inspection } from "./inspection.ts";
import type {
  CellDiagnostic,
  Committed,
  Completeness,
  CompletionResult,
  InspectionResult,
} from "./types.ts";

/** {@link LanguageRequests} without the waiting. */
export class LanguageService {
  readonly #compiler: Compiler;
  readonly #cells: Cells;
  readonly #directory: string;

  /** `directory` is what paths in a cell are relative to. */
  constructor(compiler: Compiler, directory: string) {
    this.#directory = directory;
    this.#compiler = compiler;
    this.#cells = new Cells(compiler);
  }

  check(cell: string): readonly CellDiagnostic[] {
    const module = this.#write(this.#cells.module(this.#typeScript(cell)));
    if (module.names.unchecked) return [];
    return cellDiagnostics(this.#compiler.diagnostics(module.number), module, this.#cells);
  }

  commit(cell: string): Committed {
    const code = this.#typeScript(cell);
    const module = this.#write(this.#cells.module(code));
    // Frozen, a cell costs later cells neither its own inference nor that of the cells before it.
    const frozen = this.#compiler.declarations(module.number);
    const text = frozen ?? this.#cells.module(code, { pinned: true }).module.text;
    if (text.trim() === "export {};") return { forgotten: [] };
    const { number } = this.#cells.commit(module, this.#compiler.references(text));
    this.#compiler.write(number, text, frozen !== undefined);
    const forgotten = this.#cells.prune();
    for (const n of forgotten) this.#compiler.remove(n);
    this.#compiler.share(this.#cells.owners);
    return { cell: number, forgotten };
  }

  complete(cell: string, offset: number): CompletionResult {
    if (this.#inCommand(cell, offset)) return { items: [], start: offset, end: offset };
    const code = this.#typeScript(cell);
    const module = this.#write(this.#cells.module(code, { everything: true }));
    return completion(this.#compiler, module, within(code, offset), this.#directory);
  }

  inspect(cell: string, offset: number, detailLevel: 0 | 1): InspectionResult {
    const code = this.#typeScript(cell);
    const module = this.#write(this.#cells.module(code));
    return inspection(this.#compiler, this.#cells, module, within(code, offset), detailLevel);
  }

  isComplete(cell: string): Completeness {
    if (/\\\s*$/.test(this.#commands(cell).at(-1)?.command ?? ""))
      return { status: "incomplete", indent: "" };
    const code = this.#typeScript(cell);
    return completeness(code, this.#compiler.syntax(code));
  }

  /** A cell without its commands for the shell; offsets stay. */
  #typeScript(cell: string): string {
    return blanked(cell, this.#commands(cell));
  }

  #commands(cell: string): ShellLine[] {
    return shellLines(
      cell,
      (name) => name in globalThis || this.#cells.declaration(name) !== undefined,
    );
  }

  #inCommand(cell: string, offset: number): boolean {
    return this.#commands(cell).some(({ mark, end }) => offset > mark && offset <= end);
  }

  #write(module: CellModule): CellModule {
    this.#compiler.refresh();
    this.#compiler.write(module.number, module.module.text, false);
    return module;
  }
}

function within(code: string, offset: number): number {
  return Math.max(0, Math.min(code.length, offset));
}
