import type { Channel, LocalStore, Locks } from "../core/index.ts";

/** `localStorage`, where the browser has it; asking for it may already throw. */
export function localStore(): LocalStore | undefined {
  try {
    const storage = window.localStorage;
    return {
      keys: () => Object.keys(storage),
      get: (key) => storage.getItem(key) ?? undefined,
      set: (key, value) => storage.setItem(key, value),
      remove: (key) => storage.removeItem(key),
    };
  } catch {
    return undefined;
  }
}

/** Web Locks; absent on plain HTTP under a name that is not localhost. */
export function webLocks(): Locks | undefined {
  const manager = (navigator as { locks?: LockManager }).locks;
  if (manager === undefined) return undefined;
  return {
    request: async (name, work) => manager.request(name, work),
  };
}

export function channelOf(name: string): Channel | undefined {
  if (typeof BroadcastChannel === "undefined") return undefined;
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const hear = ({ data }: MessageEvent): void => listener(String(data));
      channel.addEventListener("message", hear);
      return () => channel.removeEventListener("message", hear);
    },
  };
}

/** `crypto.randomUUID` is missing on plain HTTP; `getRandomValues` is not. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * The number of this tab among those open on a name, from 1: the smallest that is free, and free again
 * when the tab is gone. Undefined where the browser has no locks to count by.
 */
export async function tabNumber(name: string): Promise<number | undefined> {
  const manager = (navigator as { locks?: LockManager }).locks;
  if (manager === undefined) return undefined;
  for (let n = 1; ; n++) {
    const mine = await new Promise<boolean>((resolve) => {
      void manager.request(`${name}:${n}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the page ends.
        return lock === null ? undefined : new Promise(() => undefined);
      });
    });
    if (mine) return n;
  }
}

const writerKey = "daylab:writer";

/** A name for this browser, the same at every start; "device" where nothing can be kept. */
export function writerOfBrowser(local: LocalStore | undefined): string {
  try {
    const known = local?.get(writerKey);
    if (known !== undefined) return known;
    if (local === undefined) return "device";
    const made = `browser-${newId().slice(0, 8)}`;
    local.set(writerKey, made);
    return made;
  } catch {
    return "device";
  }
}
