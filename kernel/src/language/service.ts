/**
 * Answers the language requests, inside the language thread.
 *
 * @module
 */
import { type CellModule, Cells } from "./cells.ts";
import type { Compiler } from "./compiler.ts";
import { completeness } from "./completeness.ts";
import { completionItems } from "./completion.ts";
import { cellDiagnostics } from "./diagnostics.ts";
import { inspection } from "./inspection.ts";
import type { CellDiagnostic, Completeness, CompletionResult, InspectionResult } from "./types.ts";

/** {@link LanguageRequests} without the waiting. */
export class LanguageService {
  readonly #compiler: Compiler;
  readonly #cells: Cells;

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
    this.#cells = new Cells(compiler);
  }

  check(code: string): readonly CellDiagnostic[] {
    const module = this.#write(this.#cells.module(code));
    if (module.names.unchecked) return [];
    return cellDiagnostics(this.#compiler.diagnostics(module.number), module, this.#cells);
  }

  commit(code: string): void {
    const module = this.#write(this.#cells.module(code));
    this.#cells.commit(module);
    // Frozen, a cell costs later cells neither its own inference nor that of the cells before it.
    const declarations = this.#compiler.declarations(module.number);
    if (declarations !== undefined) this.#compiler.write(module.number, declarations, true);
  }

  complete(code: string, offset: number): CompletionResult {
    const module = this.#write(this.#cells.module(code, true));
    const found = this.#compiler.completions(module.number, module.offset + offset);
    return completionItems(found, module, offset, this.#cells);
  }

  inspect(code: string, offset: number, detailLevel: 0 | 1): InspectionResult {
    const module = this.#write(this.#cells.module(code));
    return inspection(this.#compiler, this.#cells, module, offset, detailLevel);
  }

  isComplete(code: string): Completeness {
    return completeness(code, this.#compiler.syntax(code));
  }

  #write(module: CellModule): CellModule {
    this.#compiler.write(module.number, module.text, false);
    return module;
  }
}
