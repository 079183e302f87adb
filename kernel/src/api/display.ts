import { randomUUID } from "node:crypto";
import { isMimeBundle, normaliseBundle } from "../display/bundle.ts";
import { represent, type DisplayData } from "../display/index.ts";
import { inspectText } from "../display/inspect.ts";
import { makeSilent } from "../display/silent.ts";
import { track } from "./pending.ts";
import { sink } from "./sink.ts";
import type { Display, DisplayHandle, DisplayOptions } from "./types.ts";

type Form<T> = (value: T) => DisplayData | Promise<DisplayData>;

const asIs = (type: string): Form<string | Uint8Array> => {
  return (content) => normaliseBundle({ [type]: content });
};

/** Shows now what can be shown now; the rest is shown when it is ready, before the cell ends. */
function publish(output: DisplayData | Promise<DisplayData>, displayId: string, update: boolean) {
  const send = (ready: DisplayData) => sink().display(ready, { displayId, update });
  if (output instanceof Promise) track(output.then(send));
  else send(output);
}

function show<T>(form: Form<T>, value: T, options: DisplayOptions = {}): DisplayHandle<T> {
  const { displayId = randomUUID(), update = false, metadata } = options;
  const make = (content: T): DisplayData | Promise<DisplayData> => {
    const output = form(content);
    if (metadata === undefined) return output;
    const withMetadata = ({ data, metadata: own }: DisplayData): DisplayData => {
      return normaliseBundle(data, { ...own, ...metadata });
    };
    return output instanceof Promise ? output.then(withMetadata) : withMetadata(output);
  };
  publish(make(value), displayId, update);
  return makeSilent({ displayId, update: (next: T) => publish(make(next), displayId, true) });
}

function anyForm(value: unknown): DisplayData | Promise<DisplayData> {
  const output = represent(value);
  if (output instanceof Promise) return output.then((made) => made ?? undefinedForm);
  return output ?? undefinedForm;
}

/** As the last value of a cell `undefined` shows nothing, but who displays it wants to see it. */
const undefinedForm: DisplayData = { data: { "text/plain": "undefined" }, metadata: {} };

function rawForm(bundle: unknown): DisplayData {
  if (isMimeBundle(bundle)) return normaliseBundle(bundle);
  throw new TypeError(
    `display(value, { raw: true }) needs an object whose keys are MIME types, such as ` +
      `{ "text/html": "<b>hi</b>" }, and got ${inspectText(bundle).slice(0, 200)}`,
  );
}

function jsonForm(value: unknown): DisplayData {
  return normaliseBundle({ "application/json": value }, {}, () => inspectText(value));
}

function helper<T extends string | Uint8Array>(name: string, type: string, kind: "text" | "bytes") {
  return (content: T, options?: DisplayOptions): DisplayHandle<T> => {
    const right = kind === "text" ? typeof content === "string" : content instanceof Uint8Array;
    if (!right) {
      const needed = kind === "text" ? "a string" : "a Uint8Array or Buffer with the file's bytes";
      throw new TypeError(
        `display.${name} needs ${needed} and got ${inspectText(content).slice(0, 200)}`,
      );
    }
    return show(asIs(type), content, options);
  };
}

function raw(mimeType: string, content: unknown, options?: DisplayOptions): DisplayHandle {
  if (!isMimeBundle({ [mimeType]: content })) {
    throw new TypeError(
      `display.raw needs a MIME type such as "text/html" and got ${inspectText(mimeType)}`,
    );
  }
  const form = (next: unknown) => normaliseBundle({ [mimeType]: next });
  return show(form, content, options);
}

/** Shows a value below the cell; see {@link Display}. The same function is the global `display`. */
export const display: Display = Object.assign(
  (value: unknown, options?: DisplayOptions): DisplayHandle =>
    show(options?.raw ? rawForm : anyForm, value, options),
  {
    html: helper<string>("html", "text/html", "text"),
    markdown: helper<string>("markdown", "text/markdown", "text"),
    latex: helper<string>("latex", "text/latex", "text"),
    svg: helper<string>("svg", "image/svg+xml", "text"),
    png: helper<Uint8Array>("png", "image/png", "bytes"),
    jpeg: helper<Uint8Array>("jpeg", "image/jpeg", "bytes"),
    gif: helper<Uint8Array>("gif", "image/gif", "bytes"),
    text: helper<string>("text", "text/plain", "text"),
    javascript: helper<string>("javascript", "application/javascript", "text"),
    json: (value: unknown, options?: DisplayOptions) => show(jsonForm, value, options),
    raw,
    clear: (wait = false) => sink().clearOutput(wait),
  },
);
