import type { Series } from "../series.ts";
import { capitalize, caseFold, swapCase, title } from "../../text/letter-case.ts";
import { tests, type TextTest } from "../../text/characters.ts";
import { TextBase, type Text } from "./base.ts";

/** Capitals and small letters, and what a text consists of. */
export class TextLetters extends TextBase {
  /**
   * @example
   * new Series(["ÀB"]).str.toLowerCase().values; // ["àb"]
   */
  toLowerCase(): Text {
    return this.byEngine((x) => x.str.toLowerCase());
  }

  /**
   * @example
   * new Series(["àb"]).str.toUpperCase().values; // ["ÀB"]
   */
  toUpperCase(): Text {
    return this.byEngine((x) => x.str.toUpperCase());
  }

  /** Small letters, under pandas' name. */
  lower(): Text {
    return this.toLowerCase();
  }

  /** Capitals, under pandas' name. */
  upper(): Text {
    return this.toUpperCase();
  }

  /**
   * A capital at the start of every word, a word being a run of letters.
   *
   * @example
   * new Series(["they're here", "ǆ ß"]).str.title().values; // ["They'Re Here", "ǅ Ss"]
   */
  title(): Text {
    return this.toTexts(title);
  }

  /**
   * A capital first, then small letters.
   *
   * @example
   * new Series(["élan VITAL"]).str.capitalize().values; // ["Élan vital"]
   */
  capitalize(): Text {
    return this.toTexts(capitalize);
  }

  /**
   * Capitals small and small letters capital.
   *
   * @example
   * new Series(["aB"]).str.swapCase().values; // ["Ab"]
   */
  swapCase(): Text {
    return this.toTexts(swapCase);
  }

  /**
   * For comparing without regard to case: beyond small letters, "ß" becomes "ss".
   *
   * @example
   * new Series(["Straße"]).str.caseFold().values; // ["strasse"]
   */
  caseFold(): Text {
    return this.toTexts(caseFold);
  }

  /**
   * The same characters in one of Unicode's normal forms: NFC joins a letter and its combining mark,
   * NFD separates them, NFKC and NFKD also replace look-alikes such as "ﬁ".
   *
   * @example
   * new Series(["e\u0301"]).str.normalize("NFC").str.len().values; // [1]
   */
  normalize(form: "NFC" | "NFD" | "NFKC" | "NFKD"): Text {
    if (!["NFC", "NFD", "NFKC", "NFKD"].includes(form)) {
      throw new TypeError(
        `str.normalize takes "NFC", "NFD", "NFKC" or "NFKD"; got ${JSON.stringify(form)}.`,
      );
    }
    return this.toTexts((text) => text.normalize(form));
  }

  /**
   * Where a text has letters only (of any script), and at least one. Missing gives false.
   *
   * @example
   * new Series(["añ日", "a1", "", null]).str.isAlpha().values; // [true, false, false, false]
   */
  isAlpha(): Series<boolean> {
    return this.#where("isAlpha");
  }

  /** Where a text has letters and numbers only. */
  isAlnum(): Series<boolean> {
    return this.#where("isAlnum");
  }

  /**
   * Where a text has decimal digits only, as numbers are written with: not "²" or "½".
   *
   * @example
   * new Series(["12", "٣", "²", "½"]).str.isDecimal().values; // [true, true, false, false]
   */
  isDecimal(): Series<boolean> {
    return this.#where("isDecimal");
  }

  /** Where a text has digits only, raised and circled ones too: "²", not "½". */
  isDigit(): Series<boolean> {
    return this.#where("isDigit");
  }

  /** Where a text has numeric characters only: digits, "½", "Ⅳ", "三". */
  isNumeric(): Series<boolean> {
    return this.#where("isNumeric");
  }

  /** Where a text is white space only. */
  isSpace(): Series<boolean> {
    return this.#where("isSpace");
  }

  /** Where a text has letters with case, and no capitals. */
  isLower(): Series<boolean> {
    return this.#where("isLower");
  }

  /** Where a text has letters with case, and no small ones. */
  isUpper(): Series<boolean> {
    return this.#where("isUpper");
  }

  /** Where every word starts with a capital and has no other. */
  isTitle(): Series<boolean> {
    return this.#where("isTitle");
  }

  #where(test: TextTest): Series<boolean> {
    return this.toBooleans(tests[test], false);
  }
}
