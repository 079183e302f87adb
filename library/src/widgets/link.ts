import type { Widget } from "./widget/widget.ts";

type Observable = Pick<Widget<never, never>, "id">;

/** A widget, and the name of one of its values. */
export type LinkEnd<Owner extends Observable, Name extends keyof Owner & string> = readonly [
  widget: Owner,
  name: Name,
];

interface Observing {
  observe(observer: (change: { readonly new: unknown }) => unknown, name: string): () => void;
}

/**
 * Keeps two values equal, whichever side changes one; the second becomes the first to begin with.
 *
 * @returns what ends it
 * @example
 * const slider = new IntSlider({ value: 3, max: 10 });
 * const bar = new IntProgress({ max: 10 });
 * const unlink = link([slider, "value"], [bar, "value"]);
 * slider.value = 7;
 * bar.value; // 7
 */
export function link<
  A extends Observable,
  NameA extends keyof A & string,
  B extends Observable,
  NameB extends keyof B & string,
>([a, nameA]: LinkEnd<A, NameA>, [b, nameB]: LinkEnd<B, NameB>): () => void {
  const follow = (from: object, name: string, to: object, toName: string): (() => void) =>
    (from as Observing).observe((change) => void Reflect.set(to, toName, change.new), name);
  Reflect.set(b, nameB, a[nameA]);
  const ends = [follow(a, nameA, b, nameB), follow(b, nameB, a, nameA)];
  return () => ends.forEach((end) => end());
}
