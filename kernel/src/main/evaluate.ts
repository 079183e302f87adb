import { Session, type Runtime } from "node:inspector";

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
   * Evaluates `code`, awaiting it if need be. `done` is called once, synchronously where the code
   * does not await, and never where it was terminated after an `await`.
   */
  evaluate(code: string, done: (outcome: Outcome) => void): void {
    this.#session.post(
      "Runtime.evaluate",
      { expression: code, replMode: true, awaitPromise: true, objectGroup },
      (failure, evaluated) => {
        if (failure) return done({ kind: "terminated" });
        const { result, exceptionDetails } = evaluated;
        const outcome: Outcome = exceptionDetails
          ? { kind: "error", error: this.#thrown(exceptionDetails) }
          : { kind: "value", value: this.#real(result) };
        this.#session.post("Runtime.releaseObjectGroup", { objectGroup });
        done(outcome);
      },
    );
  }

  #thrown({ exception, text }: Runtime.ExceptionDetails): unknown {
    return exception ? this.#real(exception) : new Error(text);
  }

  #real(mirror: Runtime.RemoteObject): unknown {
    if (mirror.type === "undefined") return undefined;
    const { objectId, unserializableValue } = mirror;
    const argument: Runtime.CallArgument =
      objectId !== undefined
        ? { objectId }
        : unserializableValue !== undefined
          ? { unserializableValue }
          : { value: mirror.value as unknown };
    this.#session.post("Runtime.callFunctionOn", {
      objectId: this.#handId,
      functionDeclaration: "function (value) { this.value = value; }",
      arguments: [argument],
    });
    const { value } = this.#hand;
    delete this.#hand.value;
    return value;
  }
}
