import { localTime } from "../core/index.ts";

/** Today's date on the learner's wall. */
export function today(): string {
  return localTime(new Date()).slice(0, 10);
}

/** A local date in words of a language. It has no zone, so it is read and written in UTC. */
export function dateWords(
  date: string,
  language: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: "full" },
): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(at);
  } catch {
    // JupyterLab's pseudo languages are no tags that the browser knows.
    return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(at);
  }
}
