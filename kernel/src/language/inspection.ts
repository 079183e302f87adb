/**
 * What hovering over a place in a cell shows.
 *
 * @module
 */
import type { CellModule, Cells } from "./cells.ts";
import type { Compiler, QuickInfo } from "./compiler.ts";
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
  for (const at of touching(module, offset)) {
    const info = compiler.quickInfo(n, at);
    if (info === undefined) continue;
    const code = detailLevel === 1 ? source(compiler, cells, module, at) : undefined;
    return render(documented(compiler, cells, module, info), code);
  }
  const call = compiler.signature(n, module.offset + offset);
  return call === undefined ? nothing : render(call, undefined);
}

/** The places to ask about: on the character after the cursor, then on the one before it. */
function touching({ code, offset: begin }: CellModule, offset: number): number[] {
  const name = /[\p{ID_Continue}$\u200c\u200d]/u;
  return [offset, offset - 1].filter((at) => name.test(code[at] ?? "")).map((at) => begin + at);
}

/** A name that came from another cell as a bare declaration has its documentation there. */
function documented(
  compiler: Compiler,
  cells: Cells,
  { text, names }: CellModule,
  info: QuickInfo,
): QuickInfo {
  const name = text.slice(info.span.start, info.span.end);
  const known = cells.declaration(name);
  if (info.documentation !== "" || info.tags.length > 0) return info;
  if (known === undefined || names.declared.has(name)) return info;
  const there = compiler.exportInfo(known.cell.number, name);
  return there?.signature === info.signature ? there : info;
}

/** The statement that declares the name at `at`, where it is in a cell. */
function source(
  compiler: Compiler,
  cells: Cells,
  module: CellModule,
  at: number,
): string | undefined {
  const definition = compiler.definition(module.number, at);
  if (definition === undefined) return undefined;
  const { start, end } = definition.span;
  if (definition.cell === module.number && start >= module.offset)
    return module.text.slice(start, end);
  for (const name of definition.names) {
    // A name declared in the imports of this cell comes from the latest cell that has it.
    const cell = cells.cell(definition.cell) ?? cells.declaration(name)?.cell;
    const declaration = cell?.names.declared.get(name);
    if (declaration !== undefined) return cell?.code.slice(declaration.start, declaration.end);
  }
  return undefined;
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
