import { english, type Translator } from "../core/index.ts";
import { german } from "./german/index.ts";

/** A text by its English; where it counts something, for one and for many. */
export type Catalogue = Readonly<Record<string, string | readonly [one: string, many: string]>>;

/** What is needed of JupyterLab's `ITranslator`. */
export interface LanguageSource {
  /** JupyterLab 4.0 does not say it. */
  readonly languageCode?: string;
  load(domain: string): unknown;
}

const catalogues: Readonly<Record<string, Catalogue>> = { de: german };

/** JupyterLab's language, such as `de-DE`; English where it has none. */
export function languageOf(source: LanguageSource | undefined): string {
  return source?.languageCode?.replace("_", "-") ?? "en";
}

/** Puts texts into JupyterLab's language: by its own catalogue, else by ours, else in English. */
export function translatorOf(source: LanguageSource | undefined): Translator {
  const theirs = (source?.load("daylab") ?? english) as Translator;
  const own = catalogues[languageOf(source).split("-")[0].toLowerCase()];
  return own === undefined ? theirs : withCatalogue(theirs, own);
}

/** `first`, and where it hands back the English, the catalogue. */
export function withCatalogue(first: Translator, own: Catalogue): Translator {
  return {
    __: (text, ...values) => {
      const found = ownText(own, text);
      const said = first.__(text, ...values);
      if (typeof found !== "string" || said !== english.__(text, ...values)) return said;
      return english.__(found, ...values);
    },
    _n: (one, many, n, ...values) => {
      const found = ownText(own, one);
      const said = first._n(one, many, n, ...values);
      if (typeof found !== "object" || said !== english._n(one, many, n, ...values)) return said;
      return english._n(found[0], found[1], n, ...values);
    },
  };
}

function ownText(catalogue: Catalogue, text: string): Catalogue[string] | undefined {
  return Object.hasOwn(catalogue, text) ? catalogue[text] : undefined;
}
