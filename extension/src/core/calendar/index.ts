/** Streaks, the heat-map and "Day N of 100", by local date. */
export {
  calendarOf,
  type Calendar,
  type CalendarDay,
  type DayCount,
  type Streak,
} from "./calendar.ts";
export { addDays, datesBetween } from "./dates.ts";
export { heatMap } from "./heat-map.ts";
