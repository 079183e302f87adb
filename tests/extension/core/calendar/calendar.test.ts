import assert from "node:assert/strict";
import {
  addDays,
  calendarOf,
  datesBetween,
  heatMap,
  importLog,
  localTime,
  type Calendar,
  type JournalPart,
  type ProgressRecord,
} from "../../../../extension/src/core/index.ts";
import { attempt } from "../fake.ts";

const on = (...times: string[]): ProgressRecord[] =>
  times.map((time) => attempt({ time: time.length === 10 ? `${time}T12:00:00.000+00:00` : time }));
const entry = (date: string, kind: "done" | "rest", to?: string): JournalPart => ({
  kind: "day",
  title: "",
  dates: { from: date, ...(to !== undefined && { to }) },
  blocks: [{ kind, label: "", text: "Rest day" }],
});
const calendar = (records: ProgressRecord[], today: string, parts: JournalPart[] = []): Calendar =>
  calendarOf(records, parts, today);
const streak = (records: ProgressRecord[], today: string, parts: JournalPart[] = []): number =>
  calendar(records, today, parts).streak.current;

describe("the streak", () => {
  const week = datesBetween("2026-11-15", "2026-11-21");

  it("counts days in a row up to today", () => {
    assert.equal(streak(on(...week), "2026-11-21"), 7);
    assert.equal(streak(on("2026-11-19", "2026-11-21"), "2026-11-21"), 1);
    assert.equal(streak([], "2026-11-21"), 0);
  });

  it("is not broken while today is still open, and is on the day after", () => {
    const { streak: open } = calendar(on(...week), "2026-11-22");
    assert.deepEqual([open.current, open.todayOpen], [7, true]);
    assert.equal(streak(on(...week), "2026-11-23"), 0);
    assert.equal(calendar(on(...week), "2026-11-23").streak.longest, 7);
  });

  it("goes on over a declared day of rest, which does not count", () => {
    const parts = [entry("2026-11-17", "rest"), entry("2026-11-18", "rest")];
    const worked = on(...week.filter((date) => !["2026-11-17", "2026-11-18"].includes(date)));
    const { streak: found, days } = calendar(worked, "2026-11-21", parts);
    assert.deepEqual([found.current, found.rests, found.longest], [5, 2, 5]);
    assert.equal(days.get("2026-11-17")?.rest, true);
    assert.equal(days.get("2026-11-17")?.level, 0);
    assert.equal(streak(worked, "2026-11-21"), 3, "without the entry they break it");
  });

  it("counts a day of rest on which something was done", () => {
    const { days } = calendar(on("2026-11-21"), "2026-11-21", [entry("2026-11-21", "rest")]);
    assert.equal(days.get("2026-11-21")?.rest, false);
  });

  it("may end with a rest today", () => {
    const parts = [entry("2026-11-22", "rest")];
    assert.equal(streak(on(...week), "2026-11-22", parts), 7);
    assert.equal(streak(on(...week), "2026-11-23", parts), 7);
    assert.equal(streak(on(...week), "2026-11-24", parts), 0);
  });

  it("is not made of rest alone", () => {
    const parts = [entry("2026-11-20", "rest", "2026-11-21")];
    assert.deepEqual(calendar([], "2026-11-21", parts).streak, {
      current: 0,
      longest: 0,
      rests: 0,
      todayOpen: true,
    });
  });

  it("takes merged days and journal entries", () => {
    assert.equal(streak([], "2026-11-21", [entry("2026-11-17", "done", "2026-11-21")]), 5);
  });
});

describe("local dates", () => {
  it("count the day where the learner was: 23:30 and 00:30 are two days in every zone", () => {
    for (const zone of Intl.supportedValuesOf("timeZone").filter((_zone, i) => i % 7 === 0)) {
      const evening = wallTime(zone, "2026-06-14T23:30");
      const night = wallTime(zone, "2026-06-15T00:30");
      assert.equal(streak(on(evening, night), "2026-06-15"), 2, zone);
    }
  });

  it("are each there once over a year with its changes of the clock, at any hour", () => {
    for (const zone of [
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Africa/Cairo",
    ]) {
      for (const hour of ["00:00", "01:30", "02:30", "03:00", "23:59"]) {
        const dates = datesBetween("2026-01-01", "2026-12-31");
        const times = dates.map((date) => wallTime(zone, `${date}T${hour}`));
        assert.equal(streak(on(...times), "2026-12-31"), 365, `${zone} ${hour}`);
      }
    }
  });

  it("survive a flight over the date line: the records keep their dates", () => {
    // Auckland on the 21st, then Honolulu, where it is the 20th again, then on.
    const times = [
      ...["2026-11-20T20:00:00+13:00", "2026-11-21T09:00:00+13:00"],
      ...["2026-11-20T18:00:00-10:00", "2026-11-21T18:00:00-10:00", "2026-11-22T08:00:00-10:00"],
    ];
    assert.equal(streak(on(...times), "2026-11-22"), 3);
  });

  it("are not punished by a clock that was set back, nor rewarded twice", () => {
    const times = ["2026-11-20T10:00:00Z", "2026-11-21T10:00:00Z", "2026-11-20T09:00:00Z"];
    const { streak: found, days } = calendar(on(...times), "2026-11-21");
    assert.equal(found.current, 2);
    assert.equal(days.size, 2);
  });

  it("of a clock that runs ahead wait for their day", () => {
    assert.equal(streak(on("2026-11-20", "2026-11-21", "2027-11-21"), "2026-11-21"), 2);
  });

  it("are written with the offset", () => {
    const noon = new Date("2026-11-21T12:00:00Z");
    assert.equal(localTime(noon, 330), "2026-11-21T17:30:00.000+05:30");
    assert.equal(localTime(noon, -210), "2026-11-21T08:30:00.000-03:30");
    assert.equal(localTime(noon, 0), "2026-11-21T12:00:00.000+00:00");
  });
});

describe("day N of 100", () => {
  it("counts from the goal's first day", () => {
    const goal: ProgressRecord = {
      ...{ kind: "goal", id: "goal@a", seq: 1, time: "2026-11-01T09:00:00Z" },
      ...{ days: 100, start: "2026-11-01" },
    };
    const count = (today: string): number => calendar([goal], today).count.day;
    assert.deepEqual(["2026-10-31", "2026-11-01", "2026-11-21"].map(count), [0, 1, 21]);
    const later = { ...goal, id: "goal@b", seq: 2, days: 66, start: "2026-11-11" };
    for (const records of [
      [goal, later],
      [later, goal],
    ]) {
      const { day, of, start } = calendar(records, "2026-11-21").count;
      assert.deepEqual([day, of, start], [11, 66, "2026-11-11"]);
    }
  });

  it("without a goal is the number of active days, those of an undated log included", () => {
    const { log } = importLog("# Day 1\na\n# Day 2 & 3\nb\n# Day 3\nagain\n# Week 2\nc\n");
    const { count } = calendar(on("2026-11-21"), "2026-11-21", [...log.parts]);
    assert.deepEqual([count.active, count.day, count.of], [1 + 3 + 7, 1, 100]);
  });
});

describe("the heat-map", () => {
  it("has whole weeks and every date once, wherever a week begins", () => {
    const { days } = calendar(on("2026-11-20", "2026-11-21"), "2026-11-21");
    for (const weekStart of [0, 1, 6] as const) {
      const weeks = heatMap(days, "2026-01-01", "2026-11-21", weekStart);
      assert.ok(weeks.every((week) => week.length === 7));
      const dates = weeks.flat().flatMap((day) => day?.date ?? []);
      assert.deepEqual(dates, datesBetween("2026-01-01", "2026-11-21"));
      const first = weeks[1][0]!.date;
      assert.equal(new Date(`${first}T00:00:00Z`).getUTCDay(), weekStart);
    }
    const last = heatMap(days, "2026-11-16", "2026-11-21").flat();
    assert.deepEqual(
      last.map((day) => day?.level),
      [0, 0, 0, 0, 1, 1, undefined],
    );
  });

  it("grows with what was done", () => {
    const level = (passes: number): number =>
      calendar(on(...Array<string>(passes).fill("2026-11-21")), "2026-11-21").days.get(
        "2026-11-21",
      )!.level;
    assert.deepEqual([1, 2, 4, 8].map(level), [1, 2, 3, 4]);
  });

  it("reckons as the calendar does", () => {
    assert.equal(addDays("2024-02-28", 1), "2024-02-29");
    assert.equal(addDays("2026-02-28", 1), "2026-03-01");
    assert.equal(addDays("1969-12-31", 1), "1970-01-01");
    assert.equal(heatMap(new Map(), "1969-12-29", "1970-01-04").length, 1);
  });
});

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  });
}

const offsets = Array.from({ length: 113 }, (_, i) => (i - 56) * 15);

/** A wall time with the offset that Intl, not we, knows for the zone. */
function wallTime(zone: string, wall: string): string {
  const utc = Date.parse(`${wall}:00Z`);
  const format = formats.get(zone) ?? wallFormat(zone);
  formats.set(zone, format);
  for (const minutes of offsets) {
    const date = new Date(utc - minutes * 60_000);
    if (format.format(date).replace(" ", "T") !== wall) continue;
    // Most likely the next one has it too.
    offsets.splice(offsets.indexOf(minutes), 1);
    offsets.unshift(minutes);
    return localTime(date, minutes);
  }
  // The wall never showed it: the clock was set forward over it.
  return localTime(new Date(utc), 0);
}
