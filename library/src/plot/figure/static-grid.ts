import { Figure } from "./figure.ts";
import { fontFamily } from "./fonts.ts";

/** Several figures in rows as one picture: what a grid is when its figures cannot be one spec. */
export class StaticGrid extends Figure {
  readonly rows: readonly (readonly Figure[])[];
  readonly alt: string;
  readonly #paper: string;

  constructor(rows: readonly (readonly Figure[])[], alt: string, paper: string) {
    super();
    this.rows = rows;
    this.alt = alt;
    this.#paper = paper;
  }

  async toSVG(): Promise<string> {
    const gap = 16;
    let number = 0;
    let top = 0;
    let width = 0;
    const body: string[] = [];
    for (const row of this.rows) {
      let left = 0;
      let height = 0;
      for (const figure of row) {
        const svg = await figure.toSVG();
        const size = svgSize(svg);
        body.push(placed(svg, left, top, size, `g${String(number++)}-`));
        left += size.width + gap;
        height = Math.max(height, size.height);
      }
      width = Math.max(width, left - gap);
      top += height + gap;
    }
    const [w, h] = [String(Math.ceil(width)), String(Math.ceil(top - gap))];
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${fontFamily}"><rect width="${w}" height="${h}" fill="${this.#paper}"/>${body.join("")}</svg>`;
  }
}

function svgSize(svg: string): { width: number; height: number } {
  const tag = /<svg[^>]*>/.exec(svg)?.[0] ?? "";
  const read = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)`).exec(tag)?.[1]);
  const [width, height] = [read("width"), read("height")];
  if (width > 0 && height > 0) return { width, height };
  throw new Error(`The SVG of a figure must say its width and height; it begins ${tag}.`);
}

/** An SVG inside another: ids are made different, for two charts call their first clip path alike. */
function placed(
  svg: string,
  x: number,
  y: number,
  size: { width: number; height: number },
  prefix: string,
): string {
  return svg
    .slice(svg.indexOf("<svg"))
    .replace(/(\sid=")([^"]+)"/g, `$1${prefix}$2"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
    .replace(/(href=")#([^"]+)"/g, `$1#${prefix}$2"`)
    .replace(/<svg([^>]*)>/, (_, attributes: string) => {
      const kept = attributes.replace(/\s(width|height|x|y)="[^"]*"/g, "");
      return `<svg x="${String(x)}" y="${String(y)}" width="${String(size.width)}" height="${String(size.height)}"${kept}>`;
    });
}
