import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Debugger, Runtime } from "node:inspector";
import { debugTargetName } from "../threads/global-names.ts";
import { DebugFailure } from "./failure.ts";
import { plain, remote, type TargetSession } from "./session.ts";
import { Shared } from "./shared.ts";
import type { Frame } from "./stack.ts";
import type { Lifetime, Page } from "./target/references.ts";

/** The scopes of a frame that a front end shows. */
interface ScopeGroup {
  readonly name: string;
  readonly scopes: readonly Debugger.Scope[];
}

/** Stands for the notebook's variables, which are read when they are looked at. */
const notebookReference = 1_000_000_000;

/** Variables of frames and of the notebook. */
export class Variables {
  readonly #session: TargetSession;
  /** Which frame a scope's reference belongs to: only there can its names be assigned. */
  readonly #frames = new Map<number, string>();
  /** The frame that the front end looked at last: new values of properties are meant in there. */
  #latestFrame: string | undefined;

  /** JupyterLab asks for them after every message of a cell, so many times at once. */
  readonly #looks = new Shared(() => this.#notebook("look"));

  constructor(session: TargetSession) {
    this.#session = session;
  }

  async scopes({ call }: Frame): Promise<DebugProtocol.Scope[]> {
    this.#latestFrame = call.callFrameId;
    const scopes: DebugProtocol.Scope[] = [];
    const seen = new Set<string>();
    for (const [index, group] of groupsOf(call.scopeChain).entries()) {
      const names = await this.#names(group.scopes, seen);
      const readings = readingsOf(index === 0 && hasThis(call) ? ["this", ...names] : names);
      const { callFrameId } = call;
      // What V8 shows of a scope was true when it stopped; an evaluation may have changed it since.
      const parameters = { callFrameId, expression: readings, silent: true };
      const read = await this.#session.evaluateOnFrame(parameters);
      const returned = index === 0 && call.returnValue ? [call.returnValue] : [];
      const extra = plain(returned.map(() => "(return value)"));
      const variablesReference = await this.#session.ask(
        "scope",
        ...[extra, remote(read), ...returned.map(remote)],
      );
      if (names.length === 0 && index === 0 && !hasThis(call) && returned.length === 0) continue;
      this.#frames.set(variablesReference, callFrameId);
      scopes.push({ name: group.name, variablesReference, expensive: false });
    }
    const globals = { name: "Globals", variablesReference: notebookReference, expensive: false };
    return [...scopes, globals];
  }

  async list(reference: number, page: Page): Promise<DebugProtocol.Variable[]> {
    if (reference === notebookReference) return this.#notebook("stop");
    const children = await this.#session.ask("children", plain(reference), plain(page));
    if (!children) return unknownReference(reference);
    return page.filter === undefined && !page.count
      ? [...children, ...(await this.#hidden(reference))]
      : children;
  }

  /** Members of an instance that its class has given a `#`. */
  async #hidden(reference: number): Promise<DebugProtocol.Variable[]> {
    const { objectId } = await this.#session.askFor("instance", plain(reference));
    if (objectId === undefined) return [];
    // Left out of Node's types.
    type Answer = { privateProperties?: { name: string; value?: Runtime.RemoteObject }[] };
    const parameters = { objectId, ownProperties: true };
    const { privateProperties = [] } = await this.#session.post<Answer>(
      "Runtime.getProperties",
      parameters,
    );
    await this.#session.post("Runtime.releaseObject", { objectId });
    return Promise.all(
      privateProperties.flatMap(({ name, value }) =>
        value ? [this.#session.ask("variable", plain(name), remote(value))] : [],
      ),
    );
  }

  /** The variables that the notebook's cells have declared. */
  notebook(): Promise<DebugProtocol.Variable[]> {
    return this.#looks.get();
  }

  async #notebook(lifetime: Lifetime): Promise<DebugProtocol.Variable[]> {
    type Names = Runtime.GlobalLexicalScopeNamesReturnType;
    const { names } = await this.#session.post<Names>("Runtime.globalLexicalScopeNames");
    const expression = `${debugTargetName}.notebook(${readingsOf(names)},"${lifetime}")`;
    const found = await this.#session.evaluate({ expression, silent: true, returnByValue: true });
    return found.value as DebugProtocol.Variable[];
  }

  async assign(reference: number, name: string, expression: string) {
    const source = await this.#session.expressions.operand(expression);
    const scope = this.#frames.get(reference);
    if (scope !== undefined || reference === notebookReference) {
      const target = await this.#session.expressions.operand(name);
      const value = await this.#evaluate(`${target} = ${source}`, scope);
      return this.#session.ask("variable", plain(name), remote(value));
    }
    const value = await this.#evaluate(source, this.#latestFrame);
    const parameters = [plain(reference), plain(name), remote(value)];
    return (await this.#session.ask("assign", ...parameters)) ?? unknownReference(reference);
  }

  /** The names of scopes, inner ones first; `seen` grows by them and hides those of outer scopes. */
  async #names(scopes: readonly Debugger.Scope[], seen: Set<string>): Promise<string[]> {
    const objects = scopes.map(({ object }) => remote(object));
    const names = (await this.#session.ask("names", ...objects)).flat();
    return names.filter((name) => !seen.has(name) && seen.add(name));
  }

  forget(): void {
    this.#frames.clear();
    this.#latestFrame = undefined;
  }

  async #evaluate(expression: string, callFrameId?: string): Promise<Runtime.RemoteObject> {
    const parameters = { expression, silent: true };
    return callFrameId === undefined
      ? this.#session.evaluate(parameters)
      : this.#session.evaluateOnFrame({ ...parameters, callFrameId });
  }
}

/** Code for a list of names, each with a function that reads it. */
function readingsOf(names: readonly string[]): string {
  const readable = names.filter((name) => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name));
  return `[${readable.map((name) => `[${JSON.stringify(name)},()=>${name}]`).join()}]`;
}

const hasThis = (call: Debugger.CallFrame): boolean =>
  call.functionName !== "" && call.this.type !== "undefined";

function unknownReference(reference: number): never {
  throw new DebugFailure(
    `The variables reference ${reference} no longer exists: the code went on since it was given`,
  );
}

/** Blocks belong to the function they are in, as one reads them. */
function groupsOf(chain: readonly Debugger.Scope[]): ScopeGroup[] {
  const outer = chain.filter(({ type }) => type !== "global" && type !== "script");
  const end = outer.findIndex(({ type }) => type === "local");
  const inner = outer.findIndex(({ type }) => type === "closure" || type === "module");
  const split = end >= 0 ? end + 1 : inner >= 0 ? inner : outer.length;
  const groups = [
    { name: "Locals", scopes: outer.slice(0, split) },
    { name: "Closure", scopes: outer.slice(split).filter(({ type }) => type !== "module") },
    { name: "Module", scopes: outer.slice(split).filter(({ type }) => type === "module") },
  ];
  return groups.filter(({ scopes }) => scopes.length > 0);
}
