import type { DataFrame } from "../../data-frame/data-frame.ts";
import pl from "nodejs-polars";
import { frameOf } from "../../engine/make.ts";
import { checkOptions } from "../../engine/options.ts";
import { anchored, groupsOf, patternOf, type PatternOptions } from "../../text/patterns.ts";
import { literalPattern } from "../../verbs/patterns.ts";
import type { Series } from "../series.ts";
import { given, type Text, whole } from "./base.ts";
import { TextLayout } from "./layout.ts";

export interface ContainsOptions extends PatternOptions {
  /** What a missing text gives. Default false. */
  readonly na?: boolean | null;
}

export interface ReplaceOptions extends PatternOptions {
  /** At most so many from the left. Default all. */
  readonly n?: number;
}

type Replacement = string | ((match: string, ...groups: (string | undefined)[]) => string);

const known = ["case", "regex"];

/** What is searched for in texts: a text, or a regular expression (a RegExp, or `regex: true`). */
export class TextPatterns extends TextLayout {
  /**
   * Where a text contains another, or a match of a regular expression. Missing gives false, or `na`.
   *
   * @example
   * new Series(["a.c", "ABC", null]).str.contains("a.", { case: false }).values; // [true, false, false]
   * new Series(["a.c", "ABC", null]).str.contains(/a./i, { na: null }).values; // [true, true, null]
   */
  contains(pattern: string | RegExp, options: ContainsOptions = {}): Series<boolean> {
    checkOptions("str.contains", options, [...known, "na"]);
    const { na = false, case: exact = true, regex = false } = options;
    if (typeof pattern === "string" && exact && !regex) {
      const found = literalPattern(pattern);
      return this.byEngine((x) => {
        const where = x.str.contains(found, false);
        return na === null ? where : where.fillNull(na);
      });
    }
    const search = patternOf("contains", pattern, options);
    return this.toBooleans((text) => text.search(search) >= 0, na);
  }

  /**
   * Where the text contains another text, or a match of a regular expression. Missing gives false.
   *
   * @example
   * new Series(["a.c", "abc", null]).str.includes(".").values; // [true, false, false]
   */
  includes(pattern: string | RegExp): Series<boolean> {
    return this.contains(pattern);
  }

  /**
   * Where a text begins with a match of the pattern.
   *
   * @example
   * new Series(["ab1", "b1"]).str.match(/[a-z]+\d/).values; // [true, true]
   * new Series(["ab1", "b1"]).str.match(/b/).values; // [false, true]
   */
  match(pattern: string | RegExp, options: ContainsOptions = {}): Series<boolean> {
    return this.#anchored("match", pattern, options, false);
  }

  /** Where a whole text is a match of the pattern. */
  fullMatch(pattern: string | RegExp, options: ContainsOptions = {}): Series<boolean> {
    return this.#anchored("fullMatch", pattern, options, true);
  }

  /**
   * Where the text starts with another, or one of several. Missing gives false.
   *
   * @example
   * new Series(["abc", null]).str.startsWith("ab").values; // [true, false]
   * new Series(["abc", "xyz"]).str.startsWith(["b", "x"]).values; // [false, true]
   */
  startsWith(prefix: string | readonly string[]): Series<boolean> {
    const prefixes = (typeof prefix === "string" ? [prefix] : prefix).map((one) =>
      given("startsWith", "prefix", one),
    );
    return this.toBooleans((text) => prefixes.some((one) => text.startsWith(one)), false);
  }

  /**
   * Where the text ends with another, or one of several. Missing gives false.
   *
   * @example
   * new Series(["abc", null]).str.endsWith("bc").values; // [true, false]
   */
  endsWith(suffix: string | readonly string[]): Series<boolean> {
    const suffixes = (typeof suffix === "string" ? [suffix] : suffix).map((one) =>
      given("endsWith", "suffix", one),
    );
    return this.toBooleans((text) => suffixes.some((one) => text.endsWith(one)), false);
  }

  /**
   * Every occurrence of a text, or match of a regular expression, replaced. In the replacement of a
   * RegExp, `$1` and `$<name>` stand for its groups; of a text, every character stands for itself.
   *
   * @example
   * new Series(["a.b.c"]).str.replace(".", "-").values; // ["a-b-c"]
   * new Series(["a.b.c"]).str.replace(".", "-", { n: 1 }).values; // ["a-b.c"]
   * new Series(["Ada Byron"]).str.replace(/(\w+) (\w+)/, "$2, $1").values; // ["Byron, Ada"]
   */
  replace(pattern: string | RegExp, replacement: Replacement, options: ReplaceOptions = {}): Text {
    checkOptions("str.replace", options, [...known, "n"]);
    const { n = -1, regex = false } = options;
    whole("replace", "n", n);
    if (typeof replacement !== "function") given("replace", "the replacement", replacement);
    const search = patternOf("replace", pattern, options);
    const verbatim = typeof pattern === "string" && !regex && typeof replacement === "string";
    const put: Replacement = verbatim ? () => replacement : replacement;
    if (n < 0) return this.toTexts((text) => replaceIn(text, search, put));
    const once = new RegExp(search.source, search.flags.replace("g", ""));
    return this.toTexts((text) => {
      let left = n;
      return text.replace(search, (...found) => {
        left -= 1;
        const match = found[0];
        if (left < 0) return match;
        return typeof put === "string" ? match.replace(once, put) : put(match, ...strings(found));
      });
    });
  }

  /**
   * How often a text, or a match of a regular expression, occurs.
   *
   * @example
   * new Series(["banana", null]).str.count("an").values; // [2, null]
   */
  count(pattern: string | RegExp, options: PatternOptions = {}): Series<number | null> {
    checkOptions("str.count", options, known);
    const search = patternOf("count", pattern, options);
    return this.toNumbers((text) => Array.from(text.matchAll(search)).length);
  }

  /**
   * Every match of a pattern as a list; where it has one group, that group's text.
   *
   * @example
   * new Series(["a1b22", "c"]).str.findAll(/\d+/).values; // [["1", "22"], []]
   */
  findAll(pattern: string | RegExp, options: PatternOptions = {}): Series<string[] | null> {
    checkOptions("str.findAll", options, known);
    const search = patternOf("findAll", pattern, options);
    const { count } = groupsOf(search);
    if (count > 1) {
      throw new RangeError(
        `str.findAll: the pattern has ${count} groups; extractAll makes a column of each.`,
      );
    }
    return this.toLists(
      this.texts.map((text) =>
        text === null ? null : Array.from(text.matchAll(search), (found) => found[count] ?? ""),
      ),
    );
  }

  /**
   * The groups of the first match, a column each: named as the groups, otherwise "0", "1", …
   *
   * @throws RangeError where the pattern has no group
   * @example
   * new Series(["a1", "b"]).str.extract(/(?<letter>\w)(\d)?/).toRecords();
   * // [{ letter: "a", 1: "1" }, { letter: "b", 1: null }]
   */
  extract(pattern: RegExp | string): DataFrame<Record<string, string | null>> {
    const { search, names } = grouped("extract", pattern);
    const once = new RegExp(search.source, search.flags.replace("g", ""));
    const found = this.texts.map((text) => (text === null ? null : once.exec(text)));
    const columns = names.map((name, at) =>
      pl.Series(
        name,
        found.map((match) => match?.[at + 1] ?? null),
        pl.Utf8,
      ),
    );
    return frameOf({ data: pl.DataFrame(columns), index: this.of.labels });
  }

  /**
   * The groups of every match, a row each. `row` says which text it comes from (its label), `match`
   * which of its matches.
   *
   * @example
   * new Series(["a1b2", "c3"]).str.extractAll(/([a-z])(\d)/).toArrays();
   * // [[0, 0, "a", "1"], [0, 1, "b", "2"], [1, 0, "c", "3"]]
   */
  extractAll(pattern: RegExp | string): DataFrame {
    const { search, names } = grouped("extractAll", pattern);
    const labels = this.of.index;
    const rows = this.texts.flatMap((text, row) =>
      text === null
        ? []
        : Array.from(text.matchAll(search), (groups, match) => ({ row, match, groups })),
    );
    const label = labelColumn(rows.map(({ row }) => labels[row] ?? null));
    const matches = rows.map(({ match }) => match);
    return frameOf({
      data: pl.DataFrame([
        label,
        pl.Series("match", matches, pl.Int64),
        ...names.map((name, at) =>
          pl.Series(
            name,
            rows.map(({ groups }) => groups[at + 1] ?? null),
            pl.Utf8,
          ),
        ),
      ]),
      index: undefined,
    });
  }

  #anchored(
    verb: string,
    pattern: string | RegExp,
    options: ContainsOptions,
    all: boolean,
  ): Series<boolean> {
    checkOptions(`str.${verb}`, options, [...known, "na"]);
    const search = anchored(patternOf(verb, pattern, options), all);
    return this.toBooleans((text) => search.test(text), options.na ?? false);
  }
}

const replaceIn = (text: string, search: RegExp, put: Replacement): string =>
  typeof put === "string"
    ? text.replace(search, put)
    : text.replace(search, (...found) => put(found[0], ...strings(found)));

/** The groups among what `replace` hands over, which ends in a position and the whole text. */
const strings = (found: readonly unknown[]): (string | undefined)[] =>
  found.slice(
    1,
    found.findIndex((part) => typeof part === "number"),
  ) as (string | undefined)[];

function labelColumn(labels: readonly unknown[]): pl.Series {
  const texts = labels.some((label) => typeof label === "string");
  return texts
    ? pl.Series("row", labels as string[], pl.Utf8)
    : pl.Series("row", labels as number[], pl.Int64);
}

function grouped(verb: string, pattern: RegExp | string): { search: RegExp; names: string[] } {
  const search = patternOf(verb, pattern, { regex: true });
  const { count, names } = groupsOf(search);
  if (count === 0) {
    throw new RangeError(
      `str.${verb}: ${String(search)} has no group. Put what is wanted in parentheses.`,
    );
  }
  return {
    search,
    names: Array.from({ length: count }, (_, at) => names.get(at + 1) ?? String(at)),
  };
}
