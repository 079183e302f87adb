import type { ValueRange } from "./pixels.ts";

/** What every picture takes. */
export interface ImageOptions {
  /** A heading above the picture. */
  readonly title?: string;
  /** The picture in words, for readers who cannot see it. */
  readonly alt?: string;
  /** What black and white are in the data, such as `[-1, 1]`; see `ImagesLike` for the default. */
  readonly range?: ValueRange;
  /** Screen pixels for each pixel of an image. By default a whole number that shows it well. */
  readonly scale?: number;
  /** How many images go side by side. By default as many as fit into 800 pixels. */
  readonly columns?: number;
  /** More images than this are left out, which the picture says. Default 64. */
  readonly maxImages?: number;
}

/** Names of classes: by number in an array, or by label. */
export type ClassNames = readonly string[] | Readonly<Record<string, string>>;

/** The name to write for a label. */
export function className(label: string | number, names: ClassNames | undefined): string {
  const named = names as Readonly<Record<string | number, string | undefined>> | undefined;
  return named?.[label] ?? String(label);
}
