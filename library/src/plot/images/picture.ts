import { Figure } from "../figure/figure.ts";

/** Images with drawings on them. They are pixels, so there is no chart specification to edit. */
export class Picture extends Figure {
  readonly alt: string;
  readonly #svg: string;

  constructor(svg: string, alt: string) {
    super();
    this.#svg = svg;
    this.alt = alt;
  }

  toSVG(): Promise<string> {
    return Promise.resolve(this.#svg);
  }
}
