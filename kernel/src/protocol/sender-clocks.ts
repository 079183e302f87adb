/** Milliseconds since the epoch, with a fraction. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Tells when messages were sent, by the clock of this machine. A client's clock may be off by any
 * amount; the smallest difference ever seen between its dates and the arrivals is that amount plus
 * the quickest delivery, so an estimate is at most that delivery too late, and never too early.
 */
export class SenderClocks {
  readonly #differences = new Map<string, number>();

  /** `arrival` is by `now()`; a message without a readable date counts as sent when it arrived. */
  sentAt({ session, date }: { session?: unknown; date?: unknown }, arrival: number): number {
    const sent = Date.parse(typeof date === "string" ? date : "");
    if (Number.isNaN(sent)) return arrival;
    const client = String(session);
    const difference = Math.min(arrival - sent, this.#differences.get(client) ?? Infinity);
    this.#differences.set(client, difference);
    return sent + difference;
  }
}
