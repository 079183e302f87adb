/**
 * The places of the numbers that the threads of a forest share.
 *
 * - `next`: the number of the next tree that nobody grows yet.
 * - `beat`: goes up while the first thread computes; where it stands still, that thread was stopped.
 * - `news`: goes up with each tree that a helper sent, or gave up.
 * - `abandoned`: from here, for each helper, 1 + the tree that it gave up.
 */
export const places = { next: 0, beat: 1, news: 2, abandoned: 3 } as const;

/** Milliseconds without a beat after which a helper ends. */
export const patience = 400;
