/** What danfo's documentation does with `.dt` and dates. Days only, which no time zone of the machine moves. */
const days = ({ Series }) =>
  new Series([
    "2019-01-06T12:00:00",
    "2019-02-05T12:30:10",
    "2021-03-02T12:00:00",
    "2020-04-01T12:00:00",
  ]);

export const dates = {
  "sf.dt.month()": (dfd) => days(dfd).dt.month(),
  "sf.dt.dayOfWeek()": (dfd) => days(dfd).dt.dayOfWeek(),
  "sf.dt.year()": (dfd) => days(dfd).dt.year(),
  "sf.dt.monthName()": (dfd) => days(dfd).dt.monthName(),
  "sf.dt.dayOfWeekName()": (dfd) => days(dfd).dt.dayOfWeekName(),
  "sf.dt.dayOfMonth()": (dfd) => days(dfd).dt.dayOfMonth(),
  "sf.dt.hours()": (dfd) => days(dfd).dt.hours(),
  "sf.dt.minutes()": (dfd) => days(dfd).dt.minutes(),
  "sf.dt.seconds()": (dfd) => days(dfd).dt.seconds(),
  "toDateTime(list).year()": ({ toDateTime }) =>
    toDateTime(["2019-01-06T12:00", "2021-03-02T12:00"]).year(),
  "dateRange({ start, period, freq }).length": ({ dateRange }) =>
    dateRange({ start: "2019-01-06", period: 4, freq: "D" }).length,
};
