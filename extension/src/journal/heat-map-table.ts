import { addDays, heatMap } from "../core/index.ts";
import type { CalendarDay, Translator } from "../core/index.ts";
import { dateWords } from "../ui/dates.ts";
import { element } from "../ui/element.ts";
import { dayWords } from "./words.ts";

/** Half a year, as GitHub's calendar shows a whole one: it fits beside an open notebook. */
const span = 26 * 7;

/**
 * The calendar as a table: a row a weekday, a column a week. A cell says by a character how much was
 * done and in a sentence what; the colour repeats the character.
 */
export function heatMapTable(
  days: ReadonlyMap<string, CalendarDay>,
  today: string,
  language: string,
  trans: Translator,
): HTMLElement {
  const weeks = heatMap(days, addDays(today, 1 - span), today);
  const caption = trans.__("Calendar of the last %1 weeks", span / 7);
  let month = "";
  const heads = weeks.map((week) => {
    const first = week.find((day) => day !== undefined)?.date ?? today;
    const name = dateWords(first, language, { month: "short" });
    const shown = name === month ? "" : name;
    month = name;
    const whole = trans.__("Week of %1", dateWords(first, language, { dateStyle: "medium" }));
    return element("th", { scope: "col" }, visible(shown), hidden(whole));
  });
  // 2026-11-23 was a Monday.
  const weekdays = Array.from({ length: 7 }, (_, i) => addDays("2026-11-23", i));
  const rows = weekdays.map((weekday, i) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, dateWords(weekday, language, { weekday: "short" })),
      ...weeks.map((week) => cell(week[i], today, language, trans)),
    ),
  );
  return element(
    "div",
    { class: "daylab-Calendar", role: "region", "aria-label": caption, tabindex: 0 },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, element("td"), ...heads)),
      element("tbody", {}, ...rows),
    ),
    element(
      "p",
      { class: "daylab-Note" },
      trans.__("· nothing, 1 to 4 a little to much, R a day of rest, framed today"),
    ),
  );
}

function cell(
  day: CalendarDay | undefined,
  today: string,
  language: string,
  trans: Translator,
): HTMLElement {
  if (day === undefined) return element("td");
  const sign = day.rest ? trans.__("R") : day.level === 0 ? "·" : String(day.level);
  const words = dayWords(day, language, trans);
  const at = { "data-level": day.level, "data-date": day.date, title: words };
  const now = day.date === today ? "date" : undefined;
  return element("td", { ...at, "aria-current": now }, visible(sign), hidden(words));
}

const visible = (text: string) => element("span", { "aria-hidden": "true" }, text);
const hidden = (text: string) => element("span", { class: "daylab-Hidden" }, text);
