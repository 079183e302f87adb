import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DataFrame, Series } from "daylab/frame";

type Texts = (string | null)[];
type Text = Series<string | null>;

const { columns, other, long, emails, answers } = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as {
  columns: Record<string, Texts>;
  other: Texts;
  long: Texts;
  emails: Texts;
  answers: Record<string, unknown>;
};

const text = (values: Texts): Text => new Series<string | null>(values, { dtype: "string" });
const each: Record<string, (s: Text) => unknown> = {
  lower: (s) => s.str.lower(),
  upper: (s) => s.str.upper(),
  title: (s) => s.str.title(),
  capitalize: (s) => s.str.capitalize(),
  swapCase: (s) => s.str.swapCase(),
  caseFold: (s) => s.str.caseFold(),
  strip: (s) => s.str.strip(),
  lStrip: (s) => s.str.lStrip(),
  rStrip: (s) => s.str.rStrip(),
  "strip characters": (s) => s.str.strip("-|a "),
  "lStrip characters": (s) => s.str.lStrip("-|aé"),
  "rStrip characters": (s) => s.str.rStrip("-|c日語"),
  removePrefix: (s) => s.str.removePrefix("a"),
  removeSuffix: (s) => s.str.removeSuffix("c"),
  contains: (s) => s.str.contains("a"),
  "contains pattern": (s) => s.str.contains(/[a-c][^\p{L}\p{N}_]/u),
  "contains no case": (s) => s.str.contains("ß", { case: false }),
  "contains na": (s) => s.str.contains("a.", { regex: true, na: null }),
  match: (s) => s.str.match(/[A-Za-z]+/),
  fullMatch: (s) => s.str.fullMatch(/[A-Za-z]+|日本語/),
  startsWith: (s) => s.str.startsWith("a"),
  "startsWith several": (s) => s.str.startsWith(["a", "日", "-"]),
  endsWith: (s) => s.str.endsWith(["c", "語"]),
  replace: (s) => s.str.replace("-", "<$1>"),
  "replace pattern": (s) => s.str.replace(/([\p{L}\p{N}_])([\p{L}\p{N}_])/u, "$2$1"),
  "replace dot": (s) => s.str.replace(/./, "_"),
  "replace n": (s) => s.str.replace(/[a-z]/, "*", { n: 2 }),
  "replace function": (s) => s.str.replace(/[a-z]+/, (found) => [...found].reverse().join("")),
  "replace no case": (s) => s.str.replace("A", "!", { case: false }),
  "replace empty": (s) => s.str.replace("", "·"),
  count: (s) => s.str.count(/[a-z]/),
  "count text": (s) => s.str.count("a"),
  findAll: (s) => s.str.findAll(/[a-z]+/),
  "findAll group": (s) => s.str.findAll(/([a-z])[^\p{L}\p{N}_]/u),
  extract: (s) => s.str.extract(/(?<letter>[A-Za-zé])(?:[^\p{L}\p{N}_]|(\d))?/u),
  extractAll: (s) => s.str.extractAll(/([a-z])(\d)?/),
  split: (s) => s.str.split(),
  "split on": (s) => s.str.split("-"),
  "split n": (s) => s.str.split("-", { n: 1 }),
  "split blanks n": (s) => s.str.split(undefined, { n: 1 }),
  "split pattern": (s) => s.str.split(/[-|]/),
  "split pattern n": (s) => s.str.split(/[-|]/, { n: 1 }),
  "split expand": (s) => s.str.split("-", { expand: true }),
  rSplit: (s) => s.str.rSplit(),
  "rSplit n": (s) => s.str.rSplit("-", { n: 1 }),
  "rSplit blanks n": (s) => s.str.rSplit(undefined, { n: 1 }),
  partition: (s) => s.str.partition("-"),
  rPartition: (s) => s.str.rPartition("-"),
  get: (s) => s.str.get(1),
  "get negative": (s) => s.str.get(-1),
  "get of lists": (s) => s.str.split("-").str.get(1),
  "len of lists": (s) => s.str.split("-").str.len(),
  "join lists": (s) => s.str.split("-").str.join("+"),
  join: (s) => s.str.join("."),
  cat: (s) => (s.length <= 11 ? s.str.cat(other.slice(0, s.length), { sep: "-" }) : s),
  "cat na": (s) =>
    s.length <= 11 ? s.str.cat(text(other.slice(0, s.length)), { sep: "-", naRep: "?" }) : s,
  "cat one": (s) => s.str.cat({ sep: "+" }),
  "cat one na": (s) => s.str.cat({ sep: "+", naRep: "?" }),
  find: (s) => s.str.find("a"),
  "find from": (s) => s.str.find("b", 2),
  rFind: (s) => s.str.rFind("a"),
  slice: (s) => s.str.slice(1, 3),
  "slice from end": (s) => s.str.slice(-2),
  "slice to end": (s) => s.str.slice(0, -1),
  "slice step": (s) => s.str.slice(undefined, undefined, 2),
  "slice back": (s) => s.str.slice(undefined, undefined, -1),
  "slice back from": (s) => s.str.slice(5, 0, -2),
  sliceReplace: (s) => s.str.sliceReplace(1, 3, "☃"),
  "sliceReplace end": (s) => s.str.sliceReplace(-2, undefined, "☃"),
  "sliceReplace back": (s) => s.str.sliceReplace(3, 1, "☃"),
  pad: (s) => s.str.pad(7),
  "pad right": (s) => s.str.pad(7, { side: "right", fillChar: "·" }),
  center: (s) => s.str.center(8, "*"),
  "center odd": (s) => s.str.center(9, "*"),
  lJust: (s) => s.str.lJust(6),
  rJust: (s) => s.str.rJust(6, "0"),
  zFill: (s) => s.str.zFill(5),
  repeat: (s) => s.str.repeat(2),
  len: (s) => s.str.len(),
  isAlpha: (s) => s.str.isAlpha(),
  isAlnum: (s) => s.str.isAlnum(),
  isDecimal: (s) => s.str.isDecimal(),
  isDigit: (s) => s.str.isDigit(),
  isNumeric: (s) => s.str.isNumeric(),
  isSpace: (s) => s.str.isSpace(),
  isLower: (s) => s.str.isLower(),
  isUpper: (s) => s.str.isUpper(),
  isTitle: (s) => s.str.isTitle(),
  "normalize NFC": (s) => s.str.normalize("NFC"),
  "normalize NFKD": (s) => s.str.normalize("NFKD"),
  getDummies: (s) => s.str.getDummies("|"),
  "getDummies blanks": (s) => s.str.getDummies(" "),
};
const mail = /(?<who>\w+)@(?<where>[\w.]+)/;
const more: Record<string, () => unknown> = {
  "repeat each": () => text(columns.one).str.repeat([3]),
  "extract mail": () => text(emails).str.extract(mail),
  "extractAll mail": () => text(emails).str.extractAll(mail),
  "wrap 12": () => text(long).str.wrap(12),
  "wrap 5": () => text(long).str.wrap(5),
  "wrap 1": () => text(long).str.wrap(1),
  "wrap 80": () => text(long).str.wrap(80),
};

const plain = (value: unknown): unknown =>
  value instanceof DataFrame
    ? value.toColumns()
    : value instanceof Series
      ? (value.values as unknown[])
      : value;

describe("frame: texts as pandas has them", () => {
  const asked = new Set<string>();
  for (const [method, ask] of Object.entries(each))
    it(method, () => {
      for (const [name, values] of Object.entries(columns)) {
        const title = `${name} ${method}`;
        if (!(title in answers)) continue;
        asked.add(title);
        assert.deepEqual(plain(ask(text(values))), answers[title], title);
      }
    });
  for (const [method, ask] of Object.entries(more))
    it(method, () => {
      asked.add(method);
      assert.deepEqual(plain(ask()), answers[method]);
    });

  it("every answer was asked for", () => {
    assert.deepEqual([...asked].sort(), Object.keys(answers).sort());
  });

  it("keeps the name and the row labels, takes categories", () => {
    const labelled = new Series(["b", "a"], { name: "x", index: ["r", "s"] });
    const upper = labelled.asType("category").str.upper();
    assert.deepEqual([upper.name, upper.index, upper.values], ["x", ["r", "s"], ["B", "A"]]);
    assert.deepEqual(labelled.str.split("-", { expand: true }).index, ["r", "s"]);
    assert.deepEqual(labelled.str.extractAll(/(a)/).column("row").values, ["s"]);
  });

  it("regular expressions are JavaScript's own, with looking back and named groups", () => {
    const s = new Series(["price 12€", "12$"]);
    assert.deepEqual(s.str.contains(/(?<=\d)€/).values, [true, false]);
    assert.deepEqual(s.str.replace(/(?<n>\d+)/, "<$<n>>").values, ["price <12>€", "<12>$"]);
    assert.deepEqual(s.str.replace(/(\d)(\d)/, (_, a, b) => `${b}${a}`).values, [
      "price 21€",
      "21$",
    ]);
    assert.deepEqual(s.str.contains(/[\w-.]x/).values, [false, false]);
    assert.deepEqual(s.str.match(/P/i).values, [true, false]);
  });

  it("says what is wrong with a column or an argument", () => {
    const s = new Series(["a"]);
    assert.throws(() => new Series([1]).str, /\.str is for texts; column "0" is int64/);
    assert.throws(
      () => s.str.split("-").str.upper(),
      /holds lists; of \.str they have get, join and len/,
    );
    assert.throws(() => s.str.contains("(", { regex: true }), /"\(" is no regular expression/);
    assert.throws(() => s.str.contains("a", { cas: false } as never), /Did you mean "case"/);
    assert.throws(
      () => s.str.contains(3 as never),
      /str\.contains takes a text or a RegExp; got 3/,
    );
    assert.throws(() => s.str.extract(/a/), /has no group/);
    assert.throws(() => s.str.findAll(/(a)(b)/), /2 groups; extractAll/);
    assert.throws(() => s.str.pad(4, { fillChar: "ab" }), /fillChar is one character; got "ab"/);
    assert.throws(() => s.str.pad(4, { side: "up" as "left" }), /got "up"/);
    assert.throws(() => s.str.slice(0, 1, 0), /step is not 0/);
    assert.throws(() => s.str.slice(0.5), /start is a whole number; got 0\.5/);
    assert.throws(() => s.str.repeat([1, 2]), /2 numbers for 1 rows/);
    assert.throws(() => s.str.cat(["a", "b"]), /one column has 1 rows, another 2/);
    assert.throws(() => s.str.cat(new Series([1]) as never), /joins texts; got 1/);
    assert.throws(() => s.str.split(""), /the separator is empty/);
    assert.throws(() => s.str.wrap(0), /width is a whole number from 1; got 0/);
    assert.throws(() => s.str.normalize("nfc" as "NFC"), /got "nfc"/);
  });
});
