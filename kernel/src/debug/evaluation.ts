import type { Runtime } from "node:inspector";
import type { RequestArguments } from "./arguments.ts";
import { plain, remote, type TargetSession } from "./session.ts";
import type { Frame } from "./stack.ts";

/** Longest that an expression may take, in milliseconds: until it ends, nothing else is answered. */
const patience = 5_000;

/**
 * Evaluates an expression of the front end's.
 *
 * @param frame Where the notebook has stopped; undefined for the notebook's own variables.
 * @param isStopped Whether it has stopped at all: then nothing can be awaited.
 */
export async function evaluate(
  session: TargetSession,
  given: RequestArguments,
  frame: Frame | undefined,
  isStopped: boolean,
): Promise<object> {
  const source = given.string("expression");
  const throwOnSideEffect = given.optionalString("context") === "hover";
  const found = await valueOf(session, source, frame, {
    throwOnSideEffect,
    replMode: !isStopped,
    // Only a statement of the front end's own may wait.
    awaitPromise: !isStopped && /\bawait\b/.test(source),
  });
  const { value, type, variablesReference, indexedVariables } = await session.ask(
    "variable",
    plain(source),
    remote(found),
  );
  return {
    result: value,
    ...(type !== undefined && { type }),
    variablesReference,
    ...(indexedVariables !== undefined && { indexedVariables }),
  };
}

/** The MIME bundle of a variable; empty for what has no display. */
export async function richInspect(
  session: TargetSession,
  given: RequestArguments,
  frame: Frame | undefined,
  isStopped: boolean,
): Promise<object> {
  const found = await valueOf(session, given.string("variableName"), frame);
  const shown = await session.ask(isStopped ? "displayAtOnce" : "display", remote(found));
  return { data: shown?.data ?? {}, metadata: shown?.metadata ?? {} };
}

async function valueOf(
  session: TargetSession,
  source: string,
  frame: Frame | undefined,
  options: { throwOnSideEffect?: boolean; replMode?: boolean; awaitPromise?: boolean } = {},
): Promise<Runtime.RemoteObject> {
  const expression = await session.expressions.javaScript(source);
  const { throwOnSideEffect = false } = options;
  const parameters = { expression, throwOnSideEffect, timeout: patience, silent: true };
  if (!frame) return session.evaluate({ ...parameters, ...options });
  return session.evaluateOnFrame({ ...parameters, callFrameId: frame.call.callFrameId });
}
