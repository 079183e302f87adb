import { sink } from "./sink.ts";

/** Displays that are still being made, by what they belong to: a kernel's cells end by themselves. */
const pending = new Map<unknown, Set<Promise<unknown>>>();

/** Keeps a display that is still being made in the list until it is published. */
export function track(work: Promise<unknown>): void {
  const owner = sink().owner?.();
  const mine = pending.get(owner) ?? new Set();
  pending.set(owner, mine);
  const settled = work.finally(() => {
    mine.delete(settled);
    if (mine.size === 0 && pending.get(owner) === mine) pending.delete(owner);
  });
  mine.add(settled);
}

/** Waits no longer for what was started before: its cell was interrupted, and it may never settle. */
export function forgetDisplays(owner?: unknown): void {
  pending.delete(owner);
}

/**
 * Resolves when every display of an owner has been published, those started meanwhile too. The
 * executor awaits it before a cell ends. A display method that never settles keeps it waiting, so
 * race it with the interrupt.
 */
export async function pendingDisplays(owner?: unknown): Promise<void> {
  for (let mine; (mine = pending.get(owner));) await Promise.allSettled(mine);
}
