import { checkOptions, checkText, unknownName } from "../checks/index.ts";
import { caseFold } from "./case-fold.ts";
import { collapseWhitespace, stripAccents, stripControl } from "./clean.ts";

export type UnicodeForm = "NFC" | "NFD" | "NFKC" | "NFKD";

export interface NormalizeOptions {
  /** Unicode's form; null leaves the text as it is. Default `"NFKC"`: ﬁ becomes fi, ² becomes 2. */
  readonly form?: UnicodeForm | null;
  /** What to do with capitals. Default `"keep"`. */
  readonly letterCase?: "keep" | "lower" | "fold";
  /** Leave accents out. Default false. */
  readonly stripAccents?: boolean;
  /** Leave characters out that are not seen. Default true. */
  readonly stripControl?: boolean;
  /** One space for white space of any kind. Default true. */
  readonly collapseWhitespace?: boolean;
}

const forms = ["NFC", "NFD", "NFKC", "NFKD"];
const cases = ["keep", "lower", "fold"];

/**
 * A text in one way of writing, so that equal texts are equal strings.
 *
 * @throws TypeError for an unknown option
 * @throws RangeError for an unknown form or letterCase
 *
 * @example
 * normalize("  ﬁne\u200b  Café "); // "fine Café"
 * normalize("STRASSE Straße", { letterCase: "fold", stripAccents: true }); // "strasse strasse"
 */
export function normalize(text: string, options: NormalizeOptions = {}): string {
  checkText("normalize", text);
  checkOptions("normalize", options, [
    "form",
    "letterCase",
    "stripAccents",
    "stripControl",
    "collapseWhitespace",
  ]);
  const { form = "NFKC", letterCase = "keep" } = options;
  if (form !== null && !forms.includes(form)) throw unknownName("Unicode form", form, forms);
  if (!cases.includes(letterCase)) throw unknownName("letterCase", letterCase, cases);
  let made = form === null ? text : text.normalize(form);
  if (options.stripControl ?? true) made = stripControl(made);
  if (options.stripAccents ?? false) made = stripAccents(made);
  if (letterCase === "lower") made = made.toLowerCase();
  if (letterCase === "fold") made = caseFold(made);
  if (options.collapseWhitespace ?? true) made = collapseWhitespace(made);
  return form === null ? made : made.normalize(form);
}
