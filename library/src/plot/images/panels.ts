import { textWidth } from "../figure/fonts.ts";
import { inksOf } from "../figure/theme.ts";
import { count } from "../table/rows.ts";
import type { ImageOptions } from "./options.ts";
import { Picture } from "./picture.ts";
import type { Pixels } from "./pixels.ts";
import { fitText, svgDocument, svgImage, svgText } from "./svg.ts";

/** One image of a picture with what is drawn over it and written below it. */
export interface Panel {
  readonly pixels: Pixels;
  /** Written above the image. */
  readonly heading?: string;
  /** Written below the image. */
  readonly caption?: { readonly text: string; readonly color?: string; readonly bold?: boolean };
  /** SVG over the image, whose left upper corner is the origin, for this many screen pixels a pixel. */
  readonly overlay?: (scale: number) => string;
}

/** An explanation below the picture: a swatch of 14 by 14 pixels and its name. */
export interface LegendEntry {
  readonly swatch: string;
  readonly name: string;
}

export interface PanelOptions extends Pick<ImageOptions, "title" | "scale"> {
  readonly alt: string;
  readonly columns: number;
  readonly notes?: readonly string[];
  readonly legend?: readonly LegendEntry[];
  /** SVG definitions that overlays refer to. */
  readonly definitions?: string;
}

const gap = 10;
const margin = 6;
const line = 16;

/** Screen pixels for each image pixel, so that the longer side of an image is about `side` long. */
export function fittingScale(panels: readonly Pixels[], side: number): number {
  const longest = Math.max(...panels.map(({ width, height }) => Math.max(width, height)));
  return longest >= side ? side / longest : Math.min(64, Math.floor(side / longest));
}

/** Panels in rows, with headings, captions and a legend. */
export function drawPanels(panels: readonly Panel[], options: PanelOptions): Picture {
  const scale =
    checkScale(options.scale) ??
    fittingScale(
      panels.map(({ pixels }) => pixels),
      96,
    );
  const cellWidth = Math.max(...panels.map(({ pixels }) => pixels.width)) * scale;
  const cellHeight = Math.max(...panels.map(({ pixels }) => pixels.height)) * scale;
  const above = panels.some(({ heading }) => heading !== undefined) ? line + 2 : 0;
  const below = panels.some(({ caption }) => caption !== undefined) ? line : 0;
  const columns = Math.min(options.columns, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const body: string[] =
    options.definitions === undefined ? [] : [`<defs>${options.definitions}</defs>`];
  let y = margin;
  let width = columns * cellWidth + (columns - 1) * gap;
  if (options.title !== undefined) {
    body.push(svgText(margin, y + 14, options.title, { size: 14, weight: "bold" }));
    width = Math.max(width, textWidth(options.title, 14, "bold"));
    y += 24;
  }
  for (const note of options.notes ?? []) {
    body.push(svgText(margin, y + 11, note, { color: inksOf().muted }));
    width = Math.max(width, textWidth(note, 11));
    y += line + 2;
  }
  panels.forEach((panel, i) => {
    const left = margin + (i % columns) * (cellWidth + gap);
    const top = y + Math.floor(i / columns) * (cellHeight + above + below + gap) + above;
    body.push(drawPanel(panel, left, top, cellWidth, cellHeight, scale));
  });
  y += rows * (cellHeight + above + below + gap) - gap;
  checkSize(width, y);
  const legend = drawLegend(options.legend ?? [], width, y + gap);
  body.push(...legend.body);
  y += legend.height;
  return new Picture(svgDocument(width + 2 * margin, y + margin, options.alt, body), options.alt);
}

function drawPanel(
  panel: Panel,
  left: number,
  top: number,
  cellWidth: number,
  cellHeight: number,
  scale: number,
): string {
  const { pixels, heading, caption, overlay } = panel;
  const width = pixels.width * scale;
  const height = pixels.height * scale;
  const parts = [
    svgImage(0, 0, pixels, width, height),
    `<rect x="-0.5" y="-0.5" width="${String(width + 1)}" height="${String(height + 1)}" fill="none" stroke="#bbb"/>`,
    overlay?.(scale) ?? "",
  ];
  const middle = { anchor: "middle" } as const;
  if (heading !== undefined)
    parts.push(svgText(width / 2, -7, fitText(heading, cellWidth + gap - 2), middle));
  if (caption !== undefined) {
    const weight = caption.bold === true ? "bold" : "normal";
    const text = fitText(caption.text, cellWidth + gap - 2, 11, weight);
    parts.push(
      svgText(width / 2, height + 13, text, {
        ...middle,
        weight,
        ...(caption.color !== undefined && { color: caption.color }),
      }),
    );
  }
  const x = left + (cellWidth - width) / 2;
  const y = top + (cellHeight - height) / 2;
  return `<g transform="translate(${String(x)} ${String(y)})">${parts.join("")}</g>`;
}

function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
  top: number,
): { body: string[]; height: number } {
  if (entries.length === 0) return { body: [], height: 0 };
  const body: string[] = [];
  let x = margin;
  let y = top;
  for (const { swatch, name } of entries) {
    const needed = 20 + textWidth(name, 11) + 14;
    if (x > margin && x + needed - 14 > margin + width) {
      x = margin;
      y += 20;
    }
    body.push(
      `<g transform="translate(${String(x)} ${String(y)})">${swatch}</g>`,
      svgText(x + 20, y + 11, name),
    );
    x += needed;
  }
  return { body, height: y - top + 14 + gap };
}

/** The images to show and a note about those left out. */
export function limitImages<Item>(
  items: readonly Item[],
  most = 64,
): { shown: readonly Item[]; notes: string[] } {
  if (items.length <= most) return { shown: items, notes: [] };
  return {
    shown: items.slice(0, most),
    notes: [`The first ${count(most)} of ${count(items.length)} images.`],
  };
}

/** As many images side by side as fit into 800 pixels. */
export function fittingColumns(cellWidth: number, images: number): number {
  return Math.max(1, Math.min(images, Math.floor(800 / (cellWidth + gap))));
}

function checkScale(scale: number | undefined): number | undefined {
  if (scale === undefined || (scale > 0 && scale <= 100)) return scale;
  throw new RangeError(
    `The option scale is a number of screen pixels from above 0 to 100; it was ${String(scale)}.`,
  );
}

/** A picture of more pixels than this would take gigabytes to draw. */
const mostPixels = 25_000_000;

function checkSize(width: number, height: number): void {
  if (width * height <= mostPixels) return;
  throw new RangeError(
    `The picture would be ${count(Math.round(width))} by ${count(Math.round(height))} pixels: choose a smaller scale or fewer images.`,
  );
}
