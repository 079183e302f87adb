const kernel = new URL("../", import.meta.url).href;

/**
 * Takes the kernel's own frames out of `error.stack`, wherever it is shown: below a cell lies the
 * machinery that evaluates it, which says nothing to its author.
 */
export function hideKernelFrames(): void {
  Error.prepareStackTrace = (error, frames) => {
    const evaluated = frames.findIndex((frame) => frame.getFileName() === "node:inspector");
    const above = evaluated < 0 ? frames : frames.slice(0, evaluated);
    const own = above.filter((frame) => !frame.getFileName()?.startsWith(kernel));
    // An error of the kernel itself keeps its frames: they are all that there is to find it by.
    const shown = own.length > 0 ? own : frames;
    return [headline(error), ...shown.map(line)].join("\n");
  };
}

/** What V8 begins a stack with; a hostile `name` or `message` may throw. */
function headline(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function line(frame: { toString(): string }): string {
  return `    at ${frame.toString()}`;
}
