import type { CommDoor } from "../comms/types.ts";
import { normaliseBundle } from "../display/bundle.ts";
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
  openComm: (target, options) => comms().openComm(target, options),
  onCommOpen: (target, handler) => comms().onCommOpen(target, handler),
};
