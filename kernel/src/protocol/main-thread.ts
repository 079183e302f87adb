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
  readonly #sessions: Session[] = [];
  readonly #session = this.connect();
  /** Ends what a debugger has stopped, which no termination reaches; undefined where nothing has. */
  endStopped: () => Promise<void> | undefined = () => undefined;

  /** Another session, which ends with this one. */
  connect(): Session {
    const session = new Session();
    session.connectToMainThread();
    this.#sessions.push(session);
    return session;
  }

  /** Ends the JavaScript that is running. Resolves once V8 has done so; does nothing to an idle thread. */
  async terminate(): Promise<void> {
    const ended = this.endStopped();
    if (ended) return ended;
    return new Promise((resolve) => {
      this.#session.post("Runtime.terminateExecution", () => resolve());
    });
  }

  /** Bytes that the heap holds, what is no longer needed included; waits for a busy main thread. */
  async heapUsed(): Promise<number | undefined> {
    return new Promise((resolve) => {
      this.#session.post("Runtime.getHeapUsage", (error, answer) => {
        resolve(error ? undefined : (answer as { usedSize: number }).usedSize);
      });
    });
  }

  /** Frees what the heap holds and nothing needs; waits for a busy main thread. */
  async collectGarbage(): Promise<void> {
    return new Promise((resolve) => {
      this.#session.post("HeapProfiler.collectGarbage", () => resolve());
    });
  }

  /** Node does not let a process exit at once that a session is attached to. */
  disconnect(): void {
    for (const session of this.#sessions) session.disconnect();
  }

  /** Names declared by cells at top level, and those of the global object. */
  async names(): Promise<RuntimeName[]> {
    const [lexical, globals] = await Promise.all([
      this.#ask<Runtime.GlobalLexicalScopeNamesReturnType>("Runtime.globalLexicalScopeNames", {}),
      this.#ask<Runtime.EvaluateReturnType>("Runtime.evaluate", {
        expression: "Object.getOwnPropertyNames(globalThis)",
        returnByValue: true,
      }),
    ]);
    const own = (globals?.result.value ?? []) as string[];
    const named = (type: string) => (text: string) => ({ text, type });
    return [...(lexical?.names ?? []).map(named("let")), ...own.map(named("var"))];
  }

  /** Properties of the value of `expression`, inherited ones included; none if it has side effects. */
  async members(expression: string): Promise<RuntimeName[]> {
    const target = await this.#look(expression);
    if (target?.objectId === undefined) return [];
    const listed = await this.#ask<Runtime.GetPropertiesReturnType>("Runtime.getProperties", {
      objectId: target.objectId,
      nonIndexedPropertiesOnly: true,
    });
    this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
    return (listed?.result ?? [])
      .filter(({ name, isOwn, symbol }) => !symbol && (isOwn || !(name in Object.prototype)))
      .map(({ name, value }) => ({
        text: name,
        type: value?.type === "function" ? "method" : "property",
      }));
  }

  /** The value of an expression as plain data; undefined if it has side effects. */
  async peek(expression: string): Promise<unknown> {
    return (await this.#look(expression, { returnByValue: true }))?.value;
  }

  /** What the inspector says of a value; undefined if it cannot be known safely. */
  async describe(expression: string): Promise<Runtime.RemoteObject | undefined> {
    const found = await this.#look(expression, { generatePreview: true });
    this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
    return found;
  }

  async #look(
    expression: string,
    options: Partial<Runtime.EvaluateParameterType> = {},
  ): Promise<Runtime.RemoteObject | undefined> {
    const evaluated = await this.#ask<Runtime.EvaluateReturnType>("Runtime.evaluate", {
      expression,
      throwOnSideEffect: true,
      silent: true,
      timeout: patience,
      objectGroup,
      ...options,
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
