/**
 * What a cell sees of the kernel: `display` with its helpers, and the host through which a library
 * publishes.
 *
 * @module
 */
import type { CommDoor } from "../comms/types.ts";
import { setComms } from "./comms.ts";
import { display } from "./display.ts";
import { host } from "./host.ts";
import { setSink, type DisplaySink } from "./sink.ts";

export { display } from "./display.ts";
export { forgetDisplays, pendingDisplays } from "./pending.ts";
export type { Display, DisplayHandle, DisplayOptions } from "./types.ts";
export type { DisplaySink, SinkOptions } from "./sink.ts";

/**
 * Puts `display` and the host (`Symbol.for("Jupyter.host")`) on `globalThis` and sends what they
 * show to the sink, comms through `comms`. Displays of values with a synchronous form reach the sink before `display`
 * returns, so that their order with `console.log` is kept.
 *
 * @example
 * installApi({ display: (output, options) => send(output, options), clearOutput: (wait) => clear(wait) });
 */
export function installApi(sink: DisplaySink, comms?: CommDoor): void {
  setSink(sink);
  setComms(comms);
  const globals: [PropertyKey, unknown][] = [
    ["display", display],
    [Symbol.for("Jupyter.host"), host],
  ];
  for (const [key, value] of globals) {
    Object.defineProperty(globalThis, key, {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }
}
