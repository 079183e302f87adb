import type { AnyNode, Program } from "acorn";
import type { Edits } from "./edits.ts";
import { isFunction, walk } from "./walk.ts";

/**
 * Lets code of a cell that was stopped go no further than the `await` at which it waits, whatever
 * it waits for: V8 can end code that runs, but not take back a promise that will call it.
 *
 * At the cell's top level each awaited value passes through `awaits`, which holds back those of a
 * stopped cell for good. In functions each round of a loop that awaits asks first. What is put into
 * a function must also work where the function does not: its text may be sent to a worker or a
 * browser. So the rest of an async function that a stopped cell called runs to its end.
 *
 * @param awaits Name of the global that is an `Awaits`.
 */
export function stopAtAwaits(program: Program, edits: Edits, awaits: string): void {
  const hold = `${awaits}.keep()||await ${awaits}.never;`;
  walk(program, (node) => {
    if (isFunction(node) || node.type === "ClassBody") return false;
    if (node.type === "AwaitExpression") {
      // Starts with a name, as before: a parenthesis would make a call of the line above.
      edits.insert(node.start, `${awaits}.take(${awaits}.keep(`);
      edits.insert(node.end, `)||await ${awaits}.never)`);
    } else if (node.type === "ForOfStatement" && node.await) {
      insertFirst(node.body, hold, edits);
    } else if (node.type === "TryStatement" && hasAwait(node.block)) {
      if (node.handler) insertFirst(node.handler.body, hold, edits);
      if (node.finalizer) insertFirst(node.finalizer, hold, edits);
    }
  });
  const ask = `if(globalThis.${awaits}?.stopped())await new Promise(()=>{});`;
  walk(program, (node) => {
    if (isFunction(node)) loopsOf(node, (body) => insertFirst(body, ask, edits));
  });
}

/** Finds the bodies of the loops of a function that await in the function itself. */
function loopsOf(root: AnyNode, found: (body: AnyNode) => void): void {
  walk(root, (node) => {
    if (node !== root && isFunction(node)) return false;
    switch (node.type) {
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        if (hasAwait(node)) found(node.body);
    }
  });
}

function hasAwait(root: AnyNode): boolean {
  let has = false;
  walk(root, (node) => {
    if (has || (node !== root && isFunction(node))) return false;
    has = node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await);
  });
  return has;
}

function insertFirst(body: AnyNode, text: string, edits: Edits): void {
  if (body.type === "BlockStatement") return edits.insert(body.start + 1, text);
  edits.insert(body.start, `{${text}`);
  edits.insert(body.end, "}");
}
