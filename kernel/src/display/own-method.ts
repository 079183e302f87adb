import { isMimeBundle, normaliseBundle } from "./bundle.ts";
import { boundText, inspectText } from "./inspect.ts";
import { withPolarsTable } from "./polars.ts";
import type { DisplayData } from "./types.ts";

const method = Symbol.for("Jupyter.display");

/**
 * A value that knows how it looks, by Deno's convention: its `Symbol.for("Jupyter.display")` method
 * gives a MIME bundle, or `{ data, metadata }`, now or as a promise. Where the method fails the value
 * is shown as text with a note of what went wrong.
 */
export function representOwn(value: unknown): DisplayData | Promise<DisplayData> | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null)
    return undefined;
  if (!(method in value)) return undefined;
  const show = (value as Record<symbol, unknown>)[method];
  if (typeof show !== "function") return undefined;
  const failed = (error: unknown) => withNote(value, `threw ${describe(error)}`);
  try {
    const made: unknown = show.call(value);
    if (!isThenable(made)) return accept(value, made);
    return Promise.resolve(made)
      .then((bundle) => accept(value, bundle))
      .catch(failed);
  } catch (error) {
    return failed(error);
  }
}

/** An object of the shape of Jupyter's `display_data`: `{ data: { "text/html": … }, metadata: {} }`. */
export function representBundleObject(value: unknown): DisplayData | undefined {
  return isDisplayObject(value) ? normaliseBundle(value.data, value.metadata ?? {}) : undefined;
}

function accept(value: unknown, made: unknown): DisplayData {
  const plain = () => inspectText(value);
  if (isMimeBundle(made)) return normaliseBundle(withPolarsTable(value, made), {}, plain);
  if (isDisplayObject(made)) return normaliseBundle(made.data, made.metadata ?? {}, plain);
  return withNote(value, `returned ${describe(made)}, which is no MIME bundle`);
}

function isDisplayObject(
  value: unknown,
): value is { data: Record<string, unknown>; metadata?: Record<string, unknown> } {
  if (typeof value !== "object" || value === null) return false;
  const { data, metadata } = value as { data?: unknown; metadata?: unknown };
  const known = Object.keys(value).every((key) => /^(data|metadata|transient)$/.test(key));
  const metadataFits =
    metadata === undefined || (typeof metadata === "object" && metadata !== null);
  return known && isMimeBundle(data) && metadataFits;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

function withNote(value: unknown, what: string): DisplayData {
  const note = `(its Symbol.for("Jupyter.display") method ${what})`;
  return { data: { "text/plain": boundText(`${inspectText(value)}\n${note}`) }, metadata: {} };
}

function describe(value: unknown): string {
  const text = value instanceof Error ? `${value.name}: ${value.message}` : inspectText(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
