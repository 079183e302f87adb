/** The names of parts side by side: `part__feature`, or the features' own, which must differ then. */
export function prefixed(
  parts: readonly { readonly name: string; readonly names: readonly string[] }[],
  verbose: boolean,
  who: string,
): string[] {
  if (verbose) return parts.flatMap(({ name, names }) => names.map((own) => `${name}__${own}`));
  const all = parts.flatMap(({ names }) => names);
  const repeated = all.find((name, at) => all.indexOf(name) !== at);
  if (repeated === undefined) return all;
  throw new RangeError(
    `${who}: two features would be called "${repeated}". Set verboseFeatureNamesOut to true.`,
  );
}
