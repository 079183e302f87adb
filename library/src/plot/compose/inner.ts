import type { AnySpec } from "../figure/spec.ts";

/** A spec as a part of another: without what only the outermost one may say. */
export function inner(spec: AnySpec): Record<string, unknown> {
  const { $schema, background, config, ...rest } = spec;
  void $schema;
  void background;
  void config;
  return structuredClone(rest);
}
