import { s } from "./data.ts";
import type { Idioms } from "./idiom.ts";

/** Each pandas expression, and how one writes it here. */
export const idioms: Idioms = {
  "s.str.lower()": () => s.str.toLowerCase(),
  "s.str.upper()": () => s.str.toUpperCase(),
  "s.str.strip()": () => s.str.trim(),
  "s.str.len()": () => s.str.len(),
  's.str.contains("a.", regex=False, na=False)': () => s.str.includes("a."),
  's.str.contains("a.", regex=True, na=False)': () => s.str.includes(/a./u),
  's.str.startswith("n", na=False)': () => s.str.startsWith("n"),
  's.str.replace(".", "$1", regex=False)': () => s.str.replace(".", "$1"),
  "s.str.slice(1, 3)": () => s.str.slice(1, 3),
  "s.str.title()": () => s.str.title(),
  "s.str.capitalize()": () => s.str.capitalize(),
  's.str.split(".").tolist()': () => s.str.split(".").values,
  's.str.split(".", expand=True)': () => s.str.split(".", { expand: true }),
  "s.str.get(0)": () => s.str.get(0),
  "s.str[-1]": () => s.str.get(-1),
  's.str.pad(6, side="both", fillchar="*")': () => s.str.pad(6, { side: "both", fillChar: "*" }),
  "s.str.zfill(4)": () => s.str.zFill(4),
  "s.str.repeat(2)": () => s.str.repeat(2),
  's.str.count("a")': () => s.str.count("a"),
  's.str.find("m")': () => s.str.find("m"),
  's.str.extract(r"([a-z])([a-z])")': () => s.str.extract(/([a-z])([a-z])/u),
  's.str.replace(r"[aeiou]", "_", regex=True)': () => s.str.replace(/[aeiou]/gu, "_"),
  's.str.match("R", na=False)': () => s.str.match("R"),
  's.str.endswith("c", na=False)': () => s.str.endsWith("c"),
  "s.str.isalpha()": {
    ours: () => s.str.isAlpha(),
    gives: { values: [true, false, false, true, true, false, false] },
    differs: "a test of a missing text is false, so that the answer can filter rows",
  },
  's.str.cat(sep="|", na_rep="?")': () => s.str.cat({ sep: "|", naRep: "?" }),
  "s.str.swapcase()": () => s.str.swapCase(),
  's.str.normalize("NFD").str.len()': () => s.str.normalize("NFD").str.len(),
  "s + s": () => s.add(s),
};
