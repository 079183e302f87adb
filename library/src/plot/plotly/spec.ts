/** One trace, as plotly.js writes it: its `type`, its data and its look. */
export interface Trace {
  type?: string;
  [attribute: string]: unknown;
}

/** One step of an animation: the traces as they are then. */
export interface Frame {
  name: string;
  data: Trace[];
  [attribute: string]: unknown;
}

/**
 * A Plotly figure as plain JSON, yours to edit before it is shown; the names are those of
 * https://plotly.com/javascript/reference. Give numbers as plain arrays: JSON has no typed ones.
 */
export interface PlotlySpec {
  data: Trace[];
  layout: Record<string, unknown>;
  config?: Record<string, unknown>;
  frames?: Frame[];
}

/** An object out of JSON, or an empty one: parts of a spec may be missing or of another kind. */
export function part(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A title, which Plotly takes as a text or as `{ text }`. */
export function titleText(value: unknown): string | undefined {
  const text = typeof value === "string" ? value : part(value)["text"];
  return typeof text === "string" && text !== "" ? text : undefined;
}
