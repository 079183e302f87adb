import { okabeIto } from "../../plot/figure/palette.ts";

/** Red, green and blue, 0 to 255. */
export type RGB = readonly [red: number, green: number, blue: number];

/**
 * The colour of a class, from 0 on: eight that people with the common kinds of colour blindness can tell
 * apart, and then the same again. Say the class in words too.
 *
 * Source: M. Okabe and K. Ito, Color Universal Design, 2008.
 *
 * @throws RangeError for a number that is not whole or below 0.
 * @example
 * classColor(0); // [0, 114, 178]
 */
export function classColor(number: number): RGB {
  if (!Number.isInteger(number) || number < 0)
    throw new RangeError(`Classes are numbered from 0; got ${String(number)}.`);
  const text = okabeIto[number % okabeIto.length];
  const part = (at: number) => parseInt(text.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Black or white, whichever reads better on a colour. */
export function inkOn(color: string): string {
  const linear = (at: number) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2;
  const light = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
  return light > 0.25 ? "black" : "white";
}

/** A colour as SVG writes it: a name, `#rrggbb`, or three numbers. */
export function cssColor(color: string | RGB): string {
  if (typeof color === "string") return color.replaceAll(/["<>&]/gu, "");
  const hex = (value: number) =>
    Math.min(255, Math.max(0, Math.round(value)))
      .toString(16)
      .padStart(2, "0");
  return `#${color.map(hex).join("")}`;
}
