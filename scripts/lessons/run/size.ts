import type { Notebook } from "../notebook/types.ts";

/**
 * Bytes of a notebook's outputs. Images (`image/*`, base64 or SVG text) are counted apart; all else,
 * Vega-Lite specifications with their data included, is text.
 */
export function sizeOf(notebook: Notebook): { text: number; images: number } {
  const size = { text: 0, images: 0 };
  const outputs = notebook.cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []));
  for (const output of outputs) {
    if ("data" in output) {
      for (const [mimeType, value] of Object.entries(output.data)) {
        size[mimeType.startsWith("image/") ? "images" : "text"] += bytes(value);
      }
    } else size.text += bytes(output.output_type === "stream" ? output.text : output.traceback);
  }
  return size;
}

function bytes(value: unknown): number {
  const text = Array.isArray(value) ? value.join("") : value;
  return Buffer.byteLength(typeof text === "string" ? text : JSON.stringify(text));
}
