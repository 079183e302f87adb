import type { JournalLog, Span } from "./model.ts";
import { spanWords } from "./shapes.ts";

/** What an import should be looked at for. `say` of the messages puts it into words. */
export type LogNotice =
  /** The same day more than once; all are kept. */
  | { readonly key: "log-duplicate"; readonly day: number; readonly times: number }
  /** Numbers that no entry has, between the first and the last. */
  | { readonly key: "log-missing"; readonly from: number; readonly to: number }
  /** A day before one with a smaller number. */
  | { readonly key: "log-order"; readonly day: string; readonly after: string }
  /** Characters that were read in the wrong encoding once; kept as they are. */
  | { readonly key: "log-mojibake"; readonly sample: string; readonly times: number }
  /** No heading names a day: the whole text becomes one section. */
  | { readonly key: "log-no-days" };

export function logNotices({ parts }: JournalLog, text: string): LogNotice[] {
  const spans = parts.flatMap((part) => (part.kind === "day" && part.span ? [part.span] : []));
  const days = parts.filter((part) => part.kind === "day");
  return [
    ...(days.length === 0 && text.trim() !== "" ? [{ key: "log-no-days" } as const] : []),
    ...duplicates(spans),
    ...missing(spans),
    ...disorder(spans),
    ...mojibake(text),
  ];
}

/** The days that a span names; those of a week by its number, "(21 days)" where it says so. */
export function daysOf({ unit, numbers, range, days }: Span): number[] {
  const named = range ? between(numbers[0], numbers[1]) : [...numbers];
  if (unit === "day") return named;
  const last = named[named.length - 1] * 7;
  // "Week 3 (21 days)" counts all days so far; another count is that of the entry itself.
  if (days !== undefined && days !== last)
    return between(last - days + 1, last).filter((d) => d > 0);
  return named.flatMap((week) => between(week * 7 - 6, week * 7)).filter((day) => day > 0);
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function counts(spans: readonly Span[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const day of spans.flatMap(daysOf)) found.set(day, (found.get(day) ?? 0) + 1);
  return found;
}

function duplicates(spans: readonly Span[]): LogNotice[] {
  return [...counts(spans)]
    .filter(([, times]) => times > 1)
    .map(([day, times]) => ({ key: "log-duplicate", day, times }));
}

function missing(spans: readonly Span[]): LogNotice[] {
  const known = [...counts(spans).keys()].sort((a, b) => a - b);
  return known.slice(1).flatMap((day, i): LogNotice[] => {
    const before = known[i];
    return day - before > 1 ? [{ key: "log-missing", from: before + 1, to: day - 1 }] : [];
  });
}

function firstDay(span: Span): number {
  return daysOf(span)[0] ?? 0;
}

/** A log may run upwards or downwards; only what breaks its own order is named. */
function disorder(spans: readonly Span[]): LogNotice[] {
  const steps = spans.slice(1).map((span, i) => Math.sign(firstDay(span) - firstDay(spans[i])));
  const down = steps.filter((step) => step < 0).length > steps.length / 2;
  return steps.flatMap((step, i): LogNotice[] =>
    step === (down ? 1 : -1)
      ? [{ key: "log-order", day: spanWords(spans[i + 1]), after: spanWords(spans[i]) }]
      : [],
  );
}

/** What UTF-8 looks like when it was read as Windows-1252, and the mark of a lost character. */
const odd = /(?:[\u00c2-\u00c3][\u0080-\u00bf]|â(?:€|\u0080).|ð(?:Ÿ|\u009f)..|\ufffd)/g;

function mojibake(text: string): LogNotice[] {
  const found = text.match(odd);
  return found ? [{ key: "log-mojibake", sample: found[0], times: found.length }] : [];
}
