import type { Series } from "../series.ts";
import { padded, wrapped, zeroFilled } from "../../text/layout.ts";
import { replacedSlice, type Side, sliced, stripped } from "../../text/pieces.ts";
import { given, type Text, whole } from "./base.ts";
import { TextLetters } from "./letters.ts";

export interface PadOptions {
  /** Where the filler goes. Default `"left"`. */
  readonly side?: Side;
  /** One character. Default a blank. */
  readonly fillChar?: string;
}

function filler(verb: string, fillChar: string): string {
  if (typeof fillChar === "string" && Array.from(fillChar).length === 1) return fillChar;
  throw new TypeError(`str.${verb}: fillChar is one character; got ${JSON.stringify(fillChar)}.`);
}

/** Ends, widths and cuts. Lengths and positions count characters (code points), as in pandas. */
export class TextLayout extends TextLetters {
  /**
   * Without white space at both ends.
   *
   * @example
   * new Series([" a "]).str.trim().values; // ["a"]
   */
  trim(): Text {
    return this.strip();
  }

  /**
   * Without white space at both ends, or without any of the characters given.
   *
   * @example
   * new Series(["--a-b- "]).str.strip(" -").values; // ["a-b"]
   */
  strip(characters?: string): Text {
    return this.toTexts((text) => stripped(text, "both", characters));
  }

  /** As {@link strip}, at the left end alone. */
  lStrip(characters?: string): Text {
    return this.toTexts((text) => stripped(text, "left", characters));
  }

  /** As {@link strip}, at the right end alone. */
  rStrip(characters?: string): Text {
    return this.toTexts((text) => stripped(text, "right", characters));
  }

  /**
   * Without this text at the start, where it is there.
   *
   * @example
   * new Series(["id_7", "7"]).str.removePrefix("id_").values; // ["7", "7"]
   */
  removePrefix(prefix: string): Text {
    given("removePrefix", "prefix", prefix);
    return this.toTexts((text) => (text.startsWith(prefix) ? text.slice(prefix.length) : text));
  }

  /** Without this text at the end, where it is there. */
  removeSuffix(suffix: string): Text {
    given("removeSuffix", "suffix", suffix);
    return this.toTexts((text) =>
      text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
    );
  }

  /**
   * The length in Unicode characters (code points), as in pandas; of lists, how many texts they hold.
   *
   * @example
   * new Series(["日本", "é"]).str.len().values; // [2, 1]
   * new Series(["👍🏽"]).str.len().values; // [2]
   */
  len(): Series<number | null> {
    const lengths = this.pieces.map((piece) =>
      piece === null ? null : typeof piece === "string" ? codePoints(piece) : piece.length,
    );
    return this.integers(lengths);
  }

  /**
   * The characters from `start` up to `end`; negative counts from the end. `step` takes every nth.
   *
   * @example
   * new Series(["penguin"]).str.slice(0, 3).values; // ["pen"]
   * new Series(["penguin"]).str.slice(-3).values; // ["uin"]
   * new Series(["penguin"]).str.slice(undefined, undefined, -1).values; // ["niugnep"]
   */
  slice(start?: number, end?: number, step = 1): Text {
    for (const [name, value] of [
      ["start", start],
      ["end", end],
      ["step", step],
    ] as const)
      if (value !== undefined) whole("slice", name, value);
    if (step === 0) throw new RangeError("str.slice: step is not 0.");
    return this.toTexts((text) => sliced(text, start, end, step));
  }

  /** The characters from `start` up to `end`, under danfo's name. */
  substring(start: number, end?: number): Text {
    return this.slice(start, end);
  }

  /**
   * As many characters as `length` from `start`, under danfo's name.
   *
   * @example
   * new Series(["sentence"]).str.substr(1, 3).values; // ["ent"]
   */
  substr(start: number, length?: number): Text {
    return this.slice(start, length === undefined ? undefined : start + length);
  }

  /**
   * The characters from `start` up to `end` replaced.
   *
   * @example
   * new Series(["penguin"]).str.sliceReplace(0, 3, "☃").values; // ["☃guin"]
   */
  sliceReplace(start = 0, end = Number.MAX_SAFE_INTEGER, put = ""): Text {
    whole("sliceReplace", "start", start);
    whole("sliceReplace", "end", end);
    given("sliceReplace", "the replacement", put);
    return this.toTexts((text) => replacedSlice(text, start, end, put));
  }

  /**
   * Filled up to a width; longer texts stay as they are.
   *
   * @example
   * new Series(["a", "日本"]).str.pad(4, { side: "right", fillChar: "." }).values; // ["a...", "日本.."]
   */
  pad(width: number, options: PadOptions = {}): Text {
    const { side = "left", fillChar = " " } = options;
    if (!["left", "right", "both"].includes(side)) {
      throw new TypeError(
        `str.pad: side is "left", "right" or "both"; got ${JSON.stringify(side)}.`,
      );
    }
    whole("pad", "width", width);
    filler("pad", fillChar);
    return this.toTexts((text) => padded(text, width, side, fillChar));
  }

  /** Filled on both sides up to a width. */
  center(width: number, fillChar = " "): Text {
    return this.pad(width, { side: "both", fillChar });
  }

  /** Filled on the right up to a width. */
  lJust(width: number, fillChar = " "): Text {
    return this.pad(width, { side: "right", fillChar });
  }

  /** Filled on the left up to a width. */
  rJust(width: number, fillChar = " "): Text {
    return this.pad(width, { side: "left", fillChar });
  }

  /**
   * Filled with zeros behind a sign.
   *
   * @example
   * new Series(["-7", "42"]).str.zFill(4).values; // ["-007", "0042"]
   */
  zFill(width: number): Text {
    whole("zFill", "width", width);
    return this.toTexts((text) => zeroFilled(text, width));
  }

  /**
   * Repeated so many times, or by a number for each row.
   *
   * @example
   * new Series(["a", "b"]).str.repeat([1, 3]).values; // ["a", "bbb"]
   */
  repeat(times: number | readonly number[]): Text {
    const one = typeof times === "number";
    if (!one && times.length !== this.of.length) {
      throw new RangeError(`str.repeat: ${times.length} numbers for ${this.of.length} rows.`);
    }
    for (const value of one ? [times] : times) whole("repeat", "times", value);
    let row = -1;
    const texts = this.texts.map((text) => {
      row += 1;
      return text === null ? null : text.repeat(Math.max(0, one ? times : times[row]));
    });
    return this.strings(texts);
  }

  /**
   * Broken into lines of at most `width` characters, at white space where there is some.
   *
   * @example
   * new Series(["the quick fox"]).str.wrap(9).values; // ["the quick\nfox"]
   */
  wrap(width: number): Text {
    whole("wrap", "width", width, 1);
    return this.toTexts((text) => wrapped(text, width));
  }
}

/** Half of a pair of code units is no character. */
function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) continue;
    if ((text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) count -= 1;
  }
  return count;
}
