import { isPlain } from "./prune.ts";
import { normaliseBundle } from "./bundle.ts";
import type { DisplayData } from "./types.ts";

const SCHEMA = /vega\.github\.io\/schema\/(vega|vega-lite)\/v(\d+)/;
const METHODS = ["toVegaLite", "toSpec"] as const;

/** A chart builder whose `toSpec()` or `toVegaLite()` gives a Vega or Vega-Lite specification. */
export function representVega(value: unknown): DisplayData | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const method of METHODS) {
    if (!(method in value)) continue;
    const build = (value as Record<string, unknown>)[method];
    const spec: unknown = typeof build === "function" ? build.call(value) : undefined;
    const type = isPlain(spec) ? vegaType(spec.$schema) : undefined;
    if (type) return normaliseBundle({ [type]: spec });
  }
  return undefined;
}

function vegaType(schema: unknown): string | undefined {
  const [, language = "", version = ""] = SCHEMA.exec(String(schema)) ?? [];
  if (!language) return undefined;
  return `application/vnd.${language.replace("-", "")}.v${version}+json`;
}
