import { Session, type Runtime } from "node:inspector";

/** A name that the live session knows, with what it holds. */
export interface RuntimeName {
  readonly text: string;
  readonly type: string;
}

const objectGroup = "editor";

/** Longest that a look at the live session may take; a cell may keep the main thread busy. */
const patience = 300;

/** Looks into the main thread, and stops it, through the inspector: also while a cell blocks it. */
export class MainThreadInspector {
  readonly #session = new Session();

  constructor() {
    this.#session.connectToMainThread();
  }

  /** Ends the JavaScript that is running. Resolves once V8 has done so; does nothing to an idle thread. */
  terminate(): Promise<void> {
    return new Promise((resolve) => {
      this.#session.post("Runtime.terminateExecution", () => resolve());
    });
  }

  /** Node does not let a process exit at once that a session is attached to. */
  disconnect(): void {
    this.#session.disconnect();
  }

  /** Names declared by cells at top level and the enumerable globals. */
  async names(): Promise<RuntimeName[]> {
    const lexical = await this.#ask<{ names: string[] }>("Runtime.globalLexicalScopeNames", {});
    const globals = await this.members("globalThis");
    const declared = (lexical?.names ?? []).map((text) => ({ text, type: "let" }));
    return [...declared, ...globals];
  }

  /** Properties of the value of `expression`, inherited ones included; none if it has side effects. */
  async members(expression: string): Promise<RuntimeName[]> {
    const target = await this.#look(expression);
    if (target?.objectId === undefined) return [];
    const listed = await this.#ask<Runtime.CallFunctionOnReturnType>("Runtime.callFunctionOn", {
      objectId: target.objectId,
      functionDeclaration: listMembers.toString(),
      arguments: [{ objectId: target.objectId }],
      returnByValue: true,
      throwOnSideEffect: true,
    });
    this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
    return listed && !listed.exceptionDetails ? (listed.result.value as RuntimeName[]) : [];
  }

  /** What the inspector says of a value, such as `Map(2)`; undefined if it cannot be known safely. */
  async describe(expression: string): Promise<{ type: string; text: string } | undefined> {
    const found = await this.#look(expression);
    this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
    if (found === undefined) return undefined;
    const { type, subtype, className, description } = found;
    const text = description ?? (type === "undefined" ? type : JSON.stringify(found.value));
    return { type: className ?? subtype ?? type, text };
  }

  async #look(expression: string): Promise<Runtime.RemoteObject | undefined> {
    const evaluated = await this.#ask<Runtime.EvaluateReturnType>("Runtime.evaluate", {
      expression,
      throwOnSideEffect: true,
      silent: true,
      timeout: patience,
      objectGroup,
    });
    return evaluated && !evaluated.exceptionDetails ? evaluated.result : undefined;
  }

  #ask<Answer>(method: string, parameters: object): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), patience);
      this.#session.post(method, parameters, (error, answer) => {
        clearTimeout(timer);
        resolve(error ? undefined : (answer as Answer));
      });
    });
  }
}

/** Runs in the main thread, so it can use nothing from here. */
function listMembers(target: object): RuntimeName[] {
  const members = new Map<string, RuntimeName>();
  const root = Object.getPrototypeOf({}) as object;
  let object: object | null = target;
  for (; object; object = Object.getPrototypeOf(object) as object | null) {
    if (object === root && target !== root) break;
    for (const [text, { value }] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
      if (members.has(text)) continue;
      members.set(text, { text, type: typeof value === "function" ? "method" : "property" });
    }
  }
  return [...members.values()];
}
