import type { Debugger, Runtime, Session } from "node:inspector";
import { debugTargetName } from "../threads/global-names.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { Expressions } from "./expressions.ts";
import { DebugFailure } from "./failure.ts";
import type { DebugTarget } from "./target/index.ts";

/** Longest that a starting kernel is waited for, in milliseconds. */
const patience = 10_000;

/** An expression that throws, evaluated for a front end. */
export class ThrownByUser extends DebugFailure {}

/** The inspector's protocol, spoken to the main thread for as long as a debugger is attached. */
export class TargetSession {
  /** TypeScript of a front end for where the notebook stands. */
  readonly expressions = new Expressions(this);
  readonly #session: Session;
  #target: string | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Finds who answers for the main thread, which may still be loading. */
  async load(): Promise<void> {
    const expression = `globalThis.${debugTargetName}`;
    for (const start = performance.now(); performance.now() - start < patience;) {
      this.#target = (await this.evaluate({ expression, silent: true })).objectId;
      if (this.#target !== undefined) return;
      await sleep(10);
    }
    throw new DebugFailure("The kernel is still starting: try again");
  }

  on<Parameters>(event: string, listener: (parameters: Parameters) => void): void {
    this.#session.on(event, (message: { params: Parameters }) => listener(message.params));
  }

  /** @throws DebugFailure with V8's message. */
  post<Answer = object>(method: string, parameters: object = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      try {
        this.#session.post(method, parameters, (error, answer) => {
          if (error) reject(new DebugFailure(error.message));
          else resolve(answer as Answer);
        });
      } catch {
        reject(new DebugFailure("The debugger is no longer attached"));
      }
    });
  }

  /** Calls a method of the target; the result comes as plain data. */
  async ask<Method extends keyof DebugTarget>(
    method: Method,
    ...values: CallArgument[]
  ): Promise<Awaited<ReturnType<DebugTarget[Method]>>> {
    const options = { returnByValue: true, awaitPromise: method === "display" };
    const answer = await this.#call(method, values, options);
    return answer.value as Awaited<ReturnType<DebugTarget[Method]>>;
  }

  /** Calls a method of the target; the result stays where it is. */
  async askFor(
    method: keyof DebugTarget,
    ...values: CallArgument[]
  ): Promise<Runtime.RemoteObject> {
    return this.#call(method, values, {});
  }

  async #call(method: string, values: readonly CallArgument[], options: object) {
    type Answer = Runtime.CallFunctionOnReturnType;
    const answer = await this.post<Answer>("Runtime.callFunctionOn", {
      objectId: this.#target,
      functionDeclaration: `function (...values) { return this.${method}(...values); }`,
      arguments: values.map(argumentOf),
      silent: true,
      ...options,
    });
    return valueOf(answer);
  }

  async evaluate(parameters: object): Promise<Runtime.RemoteObject> {
    return valueOf(await this.post<Runtime.EvaluateReturnType>("Runtime.evaluate", parameters));
  }

  async evaluateOnFrame(parameters: object): Promise<Runtime.RemoteObject> {
    type Answer = Debugger.EvaluateOnCallFrameReturnType;
    return valueOf(await this.post<Answer>("Debugger.evaluateOnCallFrame", parameters));
  }
}

/** Plain data, or a value of the main thread. */
export type CallArgument = { readonly plain: unknown } | { readonly remote: Runtime.RemoteObject };

export const plain = (value: unknown): CallArgument => ({ plain: value });
export const remote = (object: Runtime.RemoteObject): CallArgument => ({ remote: object });

function argumentOf(argument: CallArgument): Runtime.CallArgument {
  if ("plain" in argument) {
    return argument.plain === undefined ? {} : { value: argument.plain };
  }
  const { objectId, unserializableValue } = argument.remote;
  const value: unknown = argument.remote.value;
  if (objectId !== undefined) return { objectId };
  if (unserializableValue !== undefined) return { unserializableValue };
  return value === undefined ? {} : { value };
}

function valueOf(answer: {
  result: Runtime.RemoteObject;
  exceptionDetails?: Runtime.ExceptionDetails | undefined;
}): Runtime.RemoteObject {
  if (answer.exceptionDetails) throw new ThrownByUser(textOf(answer.exceptionDetails));
  return answer.result;
}

function textOf(details: Runtime.ExceptionDetails | undefined): string {
  const exception = details?.exception;
  // The description of an error goes on with its stack.
  const [line] = (exception?.description ?? "").split("\n    at ");
  if (line) return line;
  return exception?.value === undefined
    ? (details?.text ?? "unknown reason")
    : JSON.stringify(exception.value);
}
