const longest = 100;

/** A value from a message, short enough for an error or the log, whatever it is. */
export function shown(value: unknown): string {
  const isLong = typeof value === "string" && value.length > longest;
  const text = json(isLong ? value.slice(0, longest) : value);
  return text.length > longest || isLong ? `${text.slice(0, longest)}…` : text;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "undefined";
  } catch {
    return "nested JSON too deep to show";
  }
}
