/**
 * What hovering over a place in a cell shows.
 *
 * @module
 */
import type { CellModule, Cells } from "./cells.ts";
import type { Compiler, QuickInfo } from "./compiler.ts";
import type { InspectionResult } from "./types.ts";

const nothing: InspectionResult = { found: false, markdown: "", text: "" };

/** The name at `offset`, or else the call around it. */
export function inspection(
  compiler: Compiler,
  cells: Cells,
  module: CellModule,
  offset: number,
  detailLevel: 0 | 1,
): InspectionResult {
  const at = module.offset + offset;
  const n = module.number;
  const info =
    compiler.quickInfo(n, at) ??
    (offset > 0 ? compiler.quickInfo(n, at - 1) : undefined) ??
    compiler.signature(n, at);
  if (info === undefined) return nothing;
  return render(info, detailLevel === 1 ? source(compiler, cells, module, at) : undefined);
}

/** The statement that declares the name at `at`, where a cell holds it. */
function source(
  compiler: Compiler,
  cells: Cells,
  module: CellModule,
  at: number,
): string | undefined {
  const definition = compiler.definition(module.number, at);
  if (definition === undefined) return undefined;
  if (definition.cell === module.number) {
    const { start, end } = definition.span;
    if (start >= module.offset)
      return module.code.slice(start - module.offset, end - module.offset);
  }
  const name = /[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(module.code.slice(at - module.offset));
  const known = name === null ? undefined : cells.declaration(name[0]);
  return known?.cell.code.slice(known.declaration.start, known.declaration.end);
}

function render(info: QuickInfo, code: string | undefined): InspectionResult {
  const signature = plainSignature(info.signature);
  const tags = info.tags.map(({ name, text }) => ({ name, text: text.trim() }));
  const sections = [
    fence(signature),
    info.documentation,
    tags.map(({ name, text }) => `*@${name}*${text === "" ? "" : ` ${text}`}`).join("\n\n"),
    code === undefined ? "" : fence(code),
  ];
  const plain = [
    signature,
    info.documentation,
    tags.map(({ name, text }) => `@${name} ${text}`.trim()).join("\n"),
    code ?? "",
  ];
  return { found: true, markdown: joined(sections), text: joined(plain) };
}

/** An imported name is shown as what it is where it was declared. */
function plainSignature(signature: string): string {
  return signature.replace(/^\(alias\) /, "").replace(/\nimport [^\n]*$/, "");
}

function fence(code: string): string {
  return `\`\`\`typescript\n${code}\n\`\`\``;
}

function joined(sections: readonly string[]): string {
  return sections.filter((section) => section !== "").join("\n\n");
}
