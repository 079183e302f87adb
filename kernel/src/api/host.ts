import type { CommDoor } from "../comms/types.ts";
import { normaliseBundle } from "../display/bundle.ts";
import { represent } from "../display/index.ts";
import { comms } from "./comms.ts";
import { sink } from "./sink.ts";

/** What the library finds under `Symbol.for("Jupyter.host")`; mirrors its `NotebookHost`. */
export interface Host extends CommDoor {
  publish(
    bundle: Record<string, unknown>,
    options?: {
      readonly displayId?: string;
      readonly update?: boolean;
      readonly metadata?: Record<string, unknown>;
    },
  ): void;
  clearOutput(wait?: boolean): void;
  /** How a cell would show the value; `undefined` for a value without output. */
  represent(value: unknown): ReturnType<typeof represent>;
}

export const host: Host = {
  publish(bundle, { displayId, update = false, metadata = {} } = {}) {
    sink().display(normaliseBundle(bundle, metadata), {
      update,
      ...(displayId === undefined ? {} : { displayId }),
    });
  },
  clearOutput(wait = false) {
    sink().clearOutput(wait);
  },
  represent: (value) => represent(value),
  openComm: (target, options) => comms().openComm(target, options),
  onCommOpen: (target, handler) => comms().onCommOpen(target, handler),
};
