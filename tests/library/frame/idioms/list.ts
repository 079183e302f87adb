/** Prints every pandas expression by group, for answers.py. */
import { groups } from "./index.ts";

const expressions = Object.entries(groups).map(([name, idioms]) => [name, Object.keys(idioms)]);
console.log(JSON.stringify(Object.fromEntries(expressions)));
