import type { Curriculum } from "../curriculum/curriculum.ts";
import type { Written } from "./tables.ts";

const rowHeight = 46;
const columnWidth = 62;
const left = 300;
const top = 30;

/**
 * The prerequisites as a picture: a row a track, a circle a day in the order of the days, a line from
 * each day to those that need it. Days that are written are filled.
 */
export function prerequisitesPicture({ tracks, lessons }: Curriculum, written: Written): string {
  const place = new Map(
    tracks.flatMap(({ id }, row) =>
      lessons
        .filter((lesson) => lesson.track === id)
        .map((lesson, column): [string, { x: number; y: number }] => [
          lesson.id,
          { x: left + column * columnWidth, y: top + row * rowHeight },
        ]),
    ),
  );
  const width = Math.max(...[...place.values()].map(({ x }) => x)) + columnWidth;
  const lines = lessons.flatMap((lesson) =>
    lesson.prerequisites.map((id) => line(place.get(id)!, place.get(lesson.id)!)),
  );
  const names = tracks.map(
    ({ title }, row) =>
      `<text x="${left - 24}" y="${top + row * rowHeight + 5}" text-anchor="end">${escape(title)}</text>`,
  );
  const days = lessons.map(({ id, day, title }) => {
    const { x, y } = place.get(id)!;
    const kind = written.has(id) ? "written" : "planned";
    return (
      `<g class="${kind}"><title>Day ${day}: ${escape(title)}</title>` +
      `<circle cx="${x}" cy="${y}" r="14"/><text x="${x}" y="${y + 4}" text-anchor="middle">${day}</text></g>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + tracks.length * rowHeight}" role="img" aria-labelledby="title">`,
    `<title id="title">The days of the course by track, each joined to the days it needs</title>`,
    "<style>text{font:13px sans-serif;fill:#222}path{fill:none;stroke:#aaa;stroke-width:1}",
    ".written circle{fill:#0b5394;stroke:#0b5394}.written text{fill:#fff}.planned circle{fill:#fff;stroke:#888}",
    "rect{fill:#fff}</style>",
    '<rect width="100%" height="100%"/>',
    ...lines,
    ...names,
    ...days,
    "</svg>\n",
  ].join("\n");
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A bow within a row, so that it does not run through the days between; else an S from row to row. */
function line(from: Point, to: Point): string {
  if (from.y === to.y) {
    const bow = to.x - from.x > columnWidth ? 30 : 0;
    const middle = (from.x + to.x) / 2;
    return `<path d="M${from.x} ${from.y}Q${middle} ${from.y - bow} ${to.x} ${to.y}"/>`;
  }
  const half = (from.y + to.y) / 2;
  return `<path d="M${from.x} ${from.y}C${from.x} ${half} ${to.x} ${half} ${to.x} ${to.y}"/>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
