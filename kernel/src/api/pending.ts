const pending = new Set<Promise<unknown>>();

/** Keeps a display that is still being made in the list until it is published. */
export function track(work: Promise<unknown>): void {
  const settled = work.finally(() => pending.delete(settled));
  pending.add(settled);
}

/** Waits no longer for what was started before: its cell was interrupted, and it may never settle. */
export function forgetDisplays(): void {
  pending.clear();
}

/**
 * Resolves when every display that was started has been published, those started meanwhile too. The
 * executor awaits it before a cell ends. A display method that never settles keeps it waiting, so
 * race it with the interrupt.
 */
export async function pendingDisplays(): Promise<void> {
  while (pending.size > 0) await Promise.allSettled(pending);
}
