/** A figure as plotly.js takes it: what the MIME type `application/vnd.plotly.v1+json` holds. */
export interface PlotlyFigure {
  readonly data: readonly object[];
  readonly layout: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly frames: readonly object[];
}

/**
 * The figure in an output, with what it leaves out.
 *
 * @throws TypeError that says which part is not as plotly.js needs it.
 */
export function readFigure(json: unknown): PlotlyFigure {
  if (!isObject(json)) throw new TypeError(`A Plotly figure is an object; this is ${name(json)}.`);
  const { data = [], layout = {}, config = {}, frames = [] } = json;
  if (!isList(data)) throw new TypeError(`The figure's data is no list of traces: ${name(data)}.`);
  if (!isObject(layout)) throw new TypeError(`The figure's layout is no object: ${name(layout)}.`);
  if (!isList(frames ?? []))
    throw new TypeError(`The figure's frames is no list of frames: ${name(frames)}.`);
  return {
    data,
    layout,
    config: isObject(config) ? config : {},
    frames: (frames ?? []) as readonly object[],
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every(isObject);
}

function name(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
