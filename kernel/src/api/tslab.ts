/**
 * tslab's public API on this kernel: what `import { display, newDisplay, versions } from "tslab"`
 * gives in a cell, so that notebooks written for tslab run unchanged.
 *
 * Two things are better than there: each output has a text form for consoles, and GIFs show in
 * nbconvert's HTML.
 *
 * @module
 */
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { display as daylabDisplay } from "./display.ts";
import type { DisplayOptions } from "./types.ts";

/** The versions of the software that runs the notebook. */
export interface Versions {
  /** The version of tslab whose API this is. */
  tslab: string;
  typescript: string;
  node: string;
}

/** Shows content of one MIME type below the cell. */
export interface Display {
  /** Runs JavaScript in the browser. Trusted notebooks only. */
  javascript(s: string): void;
  /** Shows HTML. */
  html(s: string): void;
  /** Shows Markdown. */
  markdown(s: string): void;
  /** Shows a formula: `display.latex("$E = mc^2$")`. */
  latex(s: string): void;
  /** Shows an SVG picture from its source. */
  svg(s: string): void;
  /** Shows a PNG picture from the bytes of its file. */
  png(b: Uint8Array): void;
  /** Shows a JPEG picture from the bytes of its file. */
  jpeg(b: Uint8Array): void;
  /** Shows a GIF picture from the bytes of its file. */
  gif(b: Uint8Array): void;
  /** Shows a PDF document from the bytes of its file. */
  pdf(b: Uint8Array): void;
  /** Shows text as it is. */
  text(s: string): void;
  /** Shows content of any MIME type; bytes are encoded in base64. */
  raw(contentType: string, b: string | Uint8Array): void;
}

const packageJson = createRequire(import.meta.url)("typescript/package.json") as {
  version: string;
};

/** The versions of the software that runs the notebook. */
export const versions: Versions = {
  tslab: "1.0.22",
  typescript: packageJson.version,
  node: process.version,
};

/** Shows content below the cell, one output a call. */
export const display: Display = makeDisplay(() => ({}));

/**
 * A display whose first call makes an output and whose later calls overwrite it, in whichever cell
 * they are made.
 *
 * @example
 * const progress = newDisplay();
 * for (let epoch = 1; epoch <= 10; epoch++) progress.text(`epoch ${epoch}`);
 */
export function newDisplay(): Display {
  const displayId = randomUUID();
  let shown = false;
  return makeDisplay(() => {
    const options = { displayId, update: shown };
    shown = true;
    return options;
  });
}

function makeDisplay(nextOptions: () => DisplayOptions): Display {
  const raw = (contentType: string, content: string | Uint8Array): void => {
    daylabDisplay.raw(contentType, content, nextOptions());
  };
  const as = (contentType: string) => (content: string | Uint8Array) => raw(contentType, content);
  return {
    javascript: as("text/javascript"),
    html: as("text/html"),
    markdown: as("text/markdown"),
    latex: as("text/latex"),
    svg: as("image/svg+xml"),
    png: as("image/png"),
    jpeg: as("image/jpeg"),
    gif: as("image/gif"),
    pdf: as("application/pdf"),
    text: as("text/plain"),
    raw,
  };
}
