// The globals of a cell, for the language service and for `tsc` over lesson sources. It stands alone
// because it is read outside this package; a test holds it equal to types.ts.
export {};

declare global {
  /** Where a display goes and how it is read. */
  interface DisplayOptions {
    /** Name of the output. Showing again with the same name and `update: true` replaces it. */
    readonly displayId?: string;
    /** Replaces what was shown under `displayId`, in whichever cell that was. Default `false`. */
    readonly update?: boolean;
    /** The value already is a MIME bundle such as `{ "text/html": "<b>hi</b>" }`. Default `false`. */
    readonly raw?: boolean;
    /** Jupyter's metadata by MIME type, for example `{ "image/png": { width: 200 } }`. */
    readonly metadata?: Record<string, unknown>;
  }

  /** An output that has been shown and can be changed in place. */
  interface DisplayHandle<T = unknown> {
    readonly displayId: string;
    /** Replaces the output by another value of the same kind. */
    update(value: T): void;
  }

  /**
   * Shows a value below the cell: a table for data frames and arrays of objects, a picture for image
   * bytes, text for the rest. Values that know how they look (`Symbol.for("Jupyter.display")`) decide
   * for themselves.
   *
   * @returns a handle whose `update(value)` changes the output in place.
   * @example
   * const progress = display.text("epoch 0");
   * progress.update("epoch 1");
   */
  interface Display {
    (value: unknown, options?: DisplayOptions): DisplayHandle;
    /** Shows HTML. */
    html(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows Markdown; formulas between `$` signs are typeset. */
    markdown(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows a formula: `display.latex("$E = mc^2$")`. */
    latex(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows an SVG picture from its source. */
    svg(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows a PNG picture from the bytes of its file. */
    png(bytes: Uint8Array, options?: DisplayOptions): DisplayHandle<Uint8Array>;
    /** Shows a JPEG picture from the bytes of its file. */
    jpeg(bytes: Uint8Array, options?: DisplayOptions): DisplayHandle<Uint8Array>;
    /** Shows a GIF picture from the bytes of its file. */
    gif(bytes: Uint8Array, options?: DisplayOptions): DisplayHandle<Uint8Array>;
    /** Shows a value as a JSON tree that can be folded. */
    json(value: unknown, options?: DisplayOptions): DisplayHandle;
    /** Shows text as it is, without quotes; ANSI colours are kept. */
    text(text: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Runs JavaScript in the browser, with `element` as the output area. Trusted notebooks only. */
    javascript(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows content of any MIME type; bytes are encoded in base64. */
    raw(mimeType: string, content: unknown, options?: DisplayOptions): DisplayHandle;
    /** Removes the cell's output. With `wait`, only when the next output comes, so nothing flickers. */
    clear(wait?: boolean): void;
  }

  /** Shows a value below the cell; see {@link Display}. */
  const display: Display;

  /**
   * Shows what is known of a value: its type and documentation, its members, the source of a
   * function. It opens in the front end's pager; where there is none, as in nbconvert, it is the
   * cell's output. A text names a type or something that has no value, such as a method.
   *
   * @example
   * help(parseFloat);
   * help("Array.prototype.map");
   */
  function help(value: unknown): void;
}
