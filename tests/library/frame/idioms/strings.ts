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
};
