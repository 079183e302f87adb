import { prepareExpression } from "../transpile/index.ts";
import type { TargetSession } from "./session.ts";

/**
 * TypeScript that a front end sends, as JavaScript for where the notebook stands. It is compiled
 * here: on the main thread the compiler may be at work itself, and cannot be entered twice.
 */
export class Expressions {
  readonly #session: TargetSession;

  constructor(session: TargetSession) {
    this.#session = session;
  }

  /** @throws CellSyntaxError for a text that is not TypeScript. */
  async javaScript(source: string): Promise<string> {
    const shadowed = await this.#session.ask("shadowedNames");
    return prepareExpression(source, new Set(shadowed));
  }

  /** In parentheses, to stand inside another expression. */
  async operand(source: string): Promise<string> {
    return `(${(await this.javaScript(source)).replace(/;\s*$/, "")})`;
  }

  /** When to stop at a breakpoint: never at one that only logs. `{…}` in a message is evaluated. */
  async condition(condition: string, logMessage: string): Promise<string> {
    if (condition === "" && logMessage === "") return "";
    const when = condition === "" ? "true" : await this.operand(condition);
    if (logMessage === "") return when;
    const parts: string[] = [];
    for (const [index, part] of logMessage.split(/\{([^{}]*)\}/).entries()) {
      parts.push(index % 2 === 0 ? JSON.stringify(part) : await this.operand(part));
    }
    return `(${when} && (console.log([${parts.join()}].join("")), false))`;
  }
}
