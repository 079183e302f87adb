import { Session, type Runtime } from "node:inspector";
import { promiseHooks } from "node:v8";

/** How an evaluation ended; `terminated` is `Runtime.terminateExecution` from another thread. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly error: unknown }
  | { readonly kind: "terminated" };

const objectGroup = "cell";

/**
 * Evaluates scripts the way the DevTools console does: top-level `await`, and declarations that a
 * later script may make again.
 */
export class Evaluator {
  readonly #session = new Session();
  /** Carries values from V8's mirror of them back to the real ones. */
  readonly #hand: { value?: unknown } = {};
  readonly #handId: string;
  /** The promises of scripts that have not ended; see `evaluate`. */
  readonly #pending = new Set<Promise<unknown>>();
  /** Kept here, since a termination may strike between any two lines. */
  #unhook: () => void = () => {};

  constructor() {
    this.#session.connect();
    const key = "__daylab_hand";
    Object.defineProperty(globalThis, key, { value: this.#hand, configurable: true });
    let handId: string | undefined;
    this.#session.post("Runtime.evaluate", { expression: key }, (_error, { result }) => {
      handId = result.objectId;
    });
    Reflect.deleteProperty(globalThis, key);
    if (handId === undefined) throw new Error("The inspector did not answer");
    this.#handId = handId;
  }

  /**
   * Evaluates `code`, awaiting it if need be. `done` is called once, and never where the code was
   * terminated after an `await` or awaits something that never comes.
   *
   * V8 would report a promise that was collected before it settled, and Node.js dies of being told
   * so in the middle of a collection. So the script's own promise, the first one made, is caught by
   * a hook and held until it settles; that of an interrupted cell for good.
   */
  evaluate(code: string, done: (outcome: Outcome) => void): void {
    let promise: Promise<unknown> | undefined;
    this.#unhook();
    this.#unhook = promiseHooks.onInit((created: Promise<unknown>) => {
      if (promise === undefined) this.#pending.add((promise = created));
      this.#unhook();
    }) as () => void;
    const parameters = { expression: code, replMode: true, awaitPromise: true, objectGroup };
    type Answer = Runtime.EvaluateReturnType;
    this.#session.post("Runtime.evaluate", parameters, (failure, evaluated: Answer): void => {
      this.#unhook();
      if (failure) return done({ kind: "terminated" });
      const { result, exceptionDetails } = evaluated;
      const outcome: Outcome = exceptionDetails
        ? { kind: "error", error: this.#thrown(exceptionDetails) }
        : { kind: "value", value: this.#real(result) };
      if (result.objectId !== undefined || exceptionDetails) {
        this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
      }
      if (promise) this.#pending.delete(promise);
      done(outcome);
    });
    this.#unhook();
  }

  /** Whether a name means something to a cell. */
  knows(name: string): boolean {
    if (name in globalThis) return true;
    let known: readonly string[] = [];
    this.#session.post("Runtime.globalLexicalScopeNames", (_failure, { names }) => (known = names));
    return known.includes(name);
  }

  /** All objects in memory that inherit from `prototype`. */
  instances(prototype: object): readonly object[] {
    this.#hand.value = prototype;
    let found: readonly object[] = [];
    this.#session.post(
      "Runtime.callFunctionOn",
      { objectId: this.#handId, functionDeclaration: "function () { return this.value; }" },
      (_failure, { result }) => {
        delete this.#hand.value;
        const prototypeObjectId = result.objectId!;
        this.#session.post(
          "Runtime.queryObjects",
          { prototypeObjectId, objectGroup },
          (_error, answer) => {
            const { objects } = answer as Runtime.QueryObjectsReturnType;
            found = this.#real(objects) as readonly object[];
          },
        );
      },
    );
    this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
    return found;
  }

  #thrown({ exception, text }: Runtime.ExceptionDetails): unknown {
    return exception ? this.#real(exception) : new Error(text);
  }

  #real(mirror: Runtime.RemoteObject): unknown {
    const { objectId } = mirror;
    if (objectId === undefined) return primitive(mirror);
    this.#session.post("Runtime.callFunctionOn", {
      objectId: this.#handId,
      functionDeclaration: "function (value) { this.value = value; }",
      arguments: [{ objectId }],
    });
    const { value } = this.#hand;
    delete this.#hand.value;
    return value;
  }
}

/** What is not an object the mirror holds whole; numbers and bigints that JSON lacks, as text. */
function primitive({ type, value, unserializableValue: text }: Runtime.RemoteObject): unknown {
  if (text === undefined) return value as unknown;
  return type === "bigint" ? BigInt(text.slice(0, -1)) : Number(text);
}
