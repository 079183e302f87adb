/** Calendar arithmetic on `YYYY-MM-DD`. A local date has no hours, so DST cannot touch it. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

export function dateOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfNumber(dayNumber(date) + days);
}

/** From the first to the last, both included. */
export function datesBetween(first: string, last: string): string[] {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => dateOfNumber(from + i));
}
