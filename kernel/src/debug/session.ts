import type { Debugger, Runtime, Session } from "node:inspector";
import { debugTargetName } from "../threads/global-names.ts";
import { DebugFailure } from "./failure.ts";
import type { DebugTarget } from "./target/index.ts";

/** An expression that throws, evaluated for a front end. */
export class ThrownByUser extends DebugFailure {}

/** The inspector's protocol, spoken to the main thread for as long as a debugger is attached. */
export class TargetSession {
  readonly #session: Session;
  #target: string | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Finds who answers for the main thread. */
  async load(): Promise<void> {
    const found = await this.post<Runtime.EvaluateReturnType>("Runtime.evaluate", {
      expression: debugTargetName,
      silent: true,
    });
    this.#target = found.result.objectId;
    if (found.exceptionDetails || this.#target === undefined) {
      throw new DebugFailure(`The debugger did not load: ${textOf(found.exceptionDetails)}`);
    }
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
    const answer = await this.post<Runtime.CallFunctionOnReturnType>("Runtime.callFunctionOn", {
      objectId: this.#target,
      functionDeclaration: `function (...values) { return this.${method}(...values); }`,
      arguments: values.map(argumentOf),
      returnByValue: true,
      awaitPromise: method === "display",
      silent: true,
    });
    return valueOf(answer).value as Awaited<ReturnType<DebugTarget[Method]>>;
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
