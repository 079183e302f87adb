/** One line of a stack: who was called, and where the code is. */
export interface StackFrame {
  /** Name of the function; undefined at the top level of a cell or module. */
  readonly name: string | undefined;
  /** URL or path of the script. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The frames of a V8 stack, innermost first, without native ones. Code under `eval` counts as the
 * line that calls it.
 *
 * @param message The error's message, whose lines may look like frames.
 */
export function parseStack(stack: string, message: string): StackFrame[] {
  const start = message === "" ? -1 : stack.indexOf(message);
  const trace = start < 0 ? stack : stack.slice(start + message.length);
  return trace
    .split("\n")
    .map(parseLine)
    .filter((frame) => frame !== undefined);
}

function parseLine(text: string): StackFrame | undefined {
  const call = /^\s+at (?:async )?(.*)$/.exec(text)?.[1];
  if (call === undefined) return undefined;
  const [, name, inside] = /^(.*?) \((.*)\)$/.exec(call) ?? [];
  const location = inside ?? call;
  const caller = /^eval at .*\((\S.*?:\d+:\d+)\)/.exec(location)?.[1];
  const place = /^(.+):(\d+):(\d+)$/.exec(caller ?? location);
  if (!place?.[1] || place[1] === "<anonymous>") return undefined;
  return {
    name: name && !/(^|\.)<anonymous>$/.test(name) ? name : undefined,
    source: place[1],
    line: Number(place[2]),
    column: Number(place[3]),
  };
}
