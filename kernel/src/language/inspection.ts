/**
 * What hovering over a place in a cell shows.
 *
 * @module
 */
import type { CellModule, Cells } from "./cells.ts";
import type { Compiler, QuickInfo } from "./compiler.ts";
import { rendered, renderedCall } from "./rendering.ts";
import type { InspectionResult } from "./types.ts";

const nothing: InspectionResult = { found: false, markdown: "", text: "" };

/** The name at `offset` or just before it; failing that, the call around it. */
export function inspection(
  compiler: Compiler,
  cells: Cells,
  module: CellModule,
  offset: number,
  detailLevel: 0 | 1,
): InspectionResult {
  const n = module.number;
  const live = compiler.pathAt(module.code, offset);
  for (const at of touching(module, offset)) {
    const info = compiler.quickInfo(n, at);
    if (info === undefined) continue;
    const code = detailLevel === 1 ? source(compiler, cells, module, at) : undefined;
    const known = documented(compiler, cells, module, info);
    const open = live !== undefined && /: (?:any|unknown)$/.test(known.signature);
    return { ...rendered(known.signature, known, { code }), ...(open && { live }) };
  }
  const call = compiler.call(n, module.module.toText(offset));
  if (call !== undefined) return renderedCall(call);
  return live === undefined ? nothing : { ...nothing, live };
}

/** The places to ask about: on the character after the cursor, then on the one before it. */
function touching({ code, module }: CellModule, offset: number): number[] {
  const name = /[\p{ID_Continue}$\u200c\u200d]/u;
  return [offset, offset - 1]
    .filter((at) => name.test(code[at] ?? ""))
    .map((at) => module.toText(at));
}

/** A name that came from another cell looks as it does there, and has its documentation. */
function documented(
  compiler: Compiler,
  cells: Cells,
  { module: { text }, names }: CellModule,
  info: QuickInfo,
): QuickInfo {
  const signature = info.signature
    .replace(/^\(alias\) (?=[\p{ID_Start}$_][\p{ID_Continue}$]*[(<])/u, "function ")
    .replace(/^\(alias\) /, "")
    .replace(/\nimport [^\n]*$/, "");
  const written = text.slice(info.span.start, info.span.end);
  const name = compiler.clean(written);
  const own = name === written && names.declared.has(name);
  const known = own ? undefined : cells.declaration(name);
  const bare = info.documentation === "" && info.tags.length === 0 && known !== undefined;
  const there = bare ? compiler.exportInfo(known.cell.number, name) : undefined;
  if (there?.signature !== signature) return { ...info, signature };
  return { ...info, signature, documentation: there.documentation, tags: there.tags };
}

/** The statement that declares the name at `at`, where its source is known. */
function source(
  compiler: Compiler,
  cells: Cells,
  module: CellModule,
  at: number,
): string | undefined {
  const definition = compiler.definition(module.number, at);
  if (definition === undefined) return undefined;
  const { start, end } = definition.span;
  const own = definition.cell === module.number && module.module.toCode(start) >= 0;
  if (own || definition.cell === undefined)
    return compiler.clean(definition.text.slice(start, end));
  for (const name of definition.names) {
    // A name declared in the imports of this cell comes from the latest cell that has it.
    const cell = cells.cell(definition.cell) ?? cells.declaration(name)?.cell;
    const declaration = cell?.names.declared.get(name);
    if (declaration !== undefined) return cell?.code.slice(declaration.start, declaration.end);
  }
  return undefined;
}
