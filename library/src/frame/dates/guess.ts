import { readIso } from "./iso.ts";
import { reader, type Reading } from "./strptime.ts";

const days = (dayFirst: boolean): string[] => {
  const orders = dayFirst ? ["%d?%m?%Y", "%m?%d?%Y"] : ["%m?%d?%Y", "%d?%m?%Y"];
  return [
    ...orders.flatMap((order) => ["/", ".", "-"].map((mark) => order.replaceAll("?", mark))),
    ...["%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y"],
    ...["%b %d %Y", "%d-%b-%Y", "%d-%B-%Y", "%a, %d %b %Y", "%A, %d %B %Y", "%A, %B %d, %Y"],
    ...["%B %Y", "%b %Y", "%a %b %d %Y"],
  ];
};

const times = [
  "",
  ...[" ", "T", ", "].flatMap((gap) =>
    ["%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p", "%I %p"].flatMap((time) => [
      gap + time,
      `${gap + time} %z`,
      `${gap + time} %Z`,
      gap + time + "%z",
    ]),
  ),
];

/** How texts are read of which nothing is said, and how that way is called in an error. */
export interface Guess {
  readonly name: string;
  readonly read: (text: string) => Reading | undefined;
}

/** The first way of writing dates that fits a text; texts in ISO 8601 come in every precision. */
export function guess(text: string, dayFirst: boolean): Guess | undefined {
  if (readIso(text) !== undefined) return { name: "ISO 8601", read: readIso };
  for (const date of days(dayFirst)) {
    for (const time of times) {
      const read = reader(date + time);
      if (read(text.trim()) !== undefined) {
        return { name: JSON.stringify(date + time), read: (other) => read(other.trim()) };
      }
    }
  }
  return undefined;
}
