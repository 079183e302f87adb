import type { Comm, CommDoor } from "../comms/types.ts";

/** Without a kernel nobody answers: what is sent is dropped. */
const nobody: CommDoor = {
  openComm(target, { id = "" } = {}): Comm {
    let closed = false;
    return {
      id,
      target,
      get closed() {
        return closed;
      },
      send: () => {},
      close: () => void (closed = true),
      onMessage: () => () => {},
      onClose: () => () => {},
    };
  },
  onCommOpen: () => () => {},
};

let current: CommDoor = nobody;

/** The comms of the kernel that runs this code. */
export function comms(): CommDoor {
  return current;
}

/** `undefined` goes back to nobody. */
export function setComms(next: CommDoor | undefined): void {
  current = next ?? nobody;
}
