import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Debugger } from "node:inspector";
import { basename } from "node:path";
import { withOriginalNames } from "../transpile/shadowing.ts";
import type { Positions } from "./positions.ts";
import type { Script, Scripts } from "./scripts.ts";

/** A call of the user's code in a stopped thread. */
export interface Frame {
  readonly call: Debugger.CallFrame;
  readonly script: Script;
}

/** The user's calls, innermost first: those of Node and the kernel are left out. */
export function userFrames(calls: readonly Debugger.CallFrame[], scripts: Scripts): Frame[] {
  return calls.flatMap((call) => {
    const script = scripts.get(call.location.scriptId);
    return script ? [{ call, script }] : [];
  });
}

/** A call as a front end shows it. */
export async function stackFrame(
  { call, script }: Frame,
  id: number,
  positions: Positions,
  labelOf: (script: Script) => string | undefined,
): Promise<DebugProtocol.StackFrame> {
  const [origin] = await positions.origins(script, [call.location]);
  const label = labelOf(script) ?? basename(script.path);
  return {
    id,
    name: functionName(call) ?? label,
    source: { name: label, path: script.path },
    line: origin?.line ?? 1,
    column: origin?.column ?? 1,
    ...(script.path.includes("/node_modules/") && { presentationHint: "subtle" as const }),
  };
}

/** Undefined for the top level of a cell or module. */
function functionName(call: Debugger.CallFrame): string | undefined {
  if (call.functionName !== "") return withOriginalNames(call.functionName);
  return isTopLevel(call) ? undefined : "(anonymous)";
}

/** Whether it is code of a cell or module that stands in no function. */
export const isTopLevel = ({ functionName: name, scopeChain }: Debugger.CallFrame): boolean =>
  name === "" && scopeChain.every(({ type }) => type !== "local");
