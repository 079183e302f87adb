/**
 * Writes notebooks/gallery/gallery.ipynb from gallery.ts beside it; with `--check` writes nothing and
 * fails where the two differ. A cell starts with `// %% its-name`, a text with `// %% [markdown] name`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../notebooks/gallery");
const notebookFile = path.join(folder, "gallery.ipynb");

export interface GalleryCell {
  readonly id: string;
  readonly kind: "code" | "markdown";
  readonly source: string;
}

/** The cells of the gallery's source. */
export function galleryCells(): GalleryCell[] {
  const parts = readFileSync(path.join(folder, "gallery.ts"), "utf8").split(/^\/\/ %% /mu);
  return parts.slice(1).map((part): GalleryCell => {
    const [first = "", ...lines] = part.trimEnd().split("\n");
    const markdown = first.startsWith("[markdown] ");
    const text = markdown ? lines.map((line) => line.replace(/^\/\/ ?/u, "")) : lines;
    return {
      id: first.replace("[markdown] ", ""),
      kind: markdown ? "markdown" : "code",
      // A semicolon at the end of a cell hides its value.
      source: text.join("\n").trim().replace(/;$/u, ""),
    };
  });
}

/** The notebook without outputs, as it is committed. */
export function galleryNotebook(): string {
  const cells = galleryCells().map(({ id, kind, source }) => ({
    cell_type: kind,
    ...(kind === "code" && { execution_count: null }),
    id,
    metadata: {},
    ...(kind === "code" && { outputs: [] }),
    source: source.split(/(?<=\n)/u),
  }));
  const metadata = {
    kernelspec: { display_name: "TypeScript (Daylab)", language: "typescript", name: "daylab" },
    language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  if (!process.argv.includes("--check")) writeFileSync(notebookFile, galleryNotebook());
  else if (readFileSync(notebookFile, "utf8") !== galleryNotebook()) {
    console.error(
      "notebooks/gallery/gallery.ipynb is not what gallery.ts says: run scripts/lessons/gallery.ts",
    );
    process.exitCode = 1;
  }
}
