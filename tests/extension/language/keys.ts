import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const source = path.resolve(import.meta.dirname, "../../../extension/src");

/** A text that the extension asks a translator for. */
export interface Key {
  /** The English; where it counts something, for one and for many. */
  readonly texts: readonly string[];
  readonly at: string;
}

export interface Keys {
  readonly keys: readonly Key[];
  /** Calls whose text no catalogue can know. */
  readonly unreadable: readonly string[];
}

/** Every `….__("…")` and `…._n("…", "…", n)` of the extension's source. */
export function keysOfSource(): Keys {
  const keys: Key[] = [];
  const unreadable: string[] = [];
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort()) {
    // The translators themselves hand their arguments on.
    if (!name.endsWith(".ts") || /(^|\/)translator\.ts$/.test(name)) continue;
    const text = readFileSync(path.join(source, name), "utf8");
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const method = node.expression.name.text;
        const count = method === "__" ? 1 : method === "_n" ? 2 : 0;
        if (count > 0) {
          const { line } = file.getLineAndCharacterOfPosition(node.getStart());
          const at = `${name}:${line + 1}`;
          const given = node.arguments.slice(0, count).filter(ts.isStringLiteralLike);
          if (given.length < count) unreadable.push(at);
          else keys.push({ texts: given.map((each) => each.text), at });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { keys, unreadable };
}
