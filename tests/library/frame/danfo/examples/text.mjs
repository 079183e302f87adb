/** What danfo's documentation does with `.str`. */
const words = ({ Series }) => new Series(["lower boy", "capitals", "sentence", "swapcase"]);

export const text = {
  "sf.str.toLowerCase()": ({ Series }) => new Series(["Ab", "CD"]).str.toLowerCase(),
  "sf.str.toUpperCase()": (dfd) => words(dfd).str.toUpperCase(),
  "sf.str.capitalize()": (dfd) => words(dfd).str.capitalize(),
  "sf.str.charAt(2)": (dfd) => words(dfd).str.charAt(2),
  'sf.str.concat("XX", 1)': (dfd) => words(dfd).str.concat("XX", 1),
  'sf.str.startsWith("s")': (dfd) => words(dfd).str.startsWith("s"),
  'sf.str.endsWith("e")': (dfd) => words(dfd).str.endsWith("e"),
  'sf.str.includes("er")': (dfd) => words(dfd).str.includes("er"),
  'sf.str.indexOf("e")': (dfd) => words(dfd).str.indexOf("e"),
  'sf.str.lastIndexOf("e")': (dfd) => words(dfd).str.lastIndexOf("e"),
  "sf.str.repeat(2)": (dfd) => words(dfd).str.repeat(2),
  'sf.str.replace("e", "_")': (dfd) => words(dfd).str.replace("e", "_"),
  'sf.str.search("e")': (dfd) => words(dfd).str.search("e"),
  "sf.str.slice(0, 2)": (dfd) => words(dfd).str.slice(0, 2),
  'sf.str.split(" ")': (dfd) => words(dfd).str.split(" "),
  "sf.str.substring(1, 3)": (dfd) => words(dfd).str.substring(1, 3),
  "sf.str.substr(1, 3)": (dfd) => words(dfd).str.substr(1, 3),
  "sf.str.trim()": ({ Series }) => new Series([" a ", "b "]).str.trim(),
  "sf.str.len()": (dfd) => words(dfd).str.len(),
  'sf.str.join("new", "_")': (dfd) => words(dfd).str.join("new", "_"),
};
