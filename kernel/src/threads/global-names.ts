/** Name of the global through which the `await`s of a cell end where it is stopped. */
export const awaitsName = "__daylab_awaits";

/** Name of the global through which a debugger asks about the notebook. */
export const debugTargetName = "__daylab_debug";
