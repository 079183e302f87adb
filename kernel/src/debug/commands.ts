import type { DebugProtocol } from "@vscode/debugprotocol";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { RequestArguments } from "./arguments.ts";
import type { Attached } from "./attached.ts";
import { evaluate } from "./evaluation.ts";
import { DebugFailure } from "./failure.ts";
import { isCellPath } from "./sources.ts";
import { stackFrame } from "./stack.ts";
import { threadId, type Step } from "./stops.ts";

/** Answers one command of an attached debugger with the body of its response. */
type Command = (attached: Attached, given: RequestArguments) => object | Promise<object>;

const noBody = {};

const step =
  (how: Step | undefined): Command =>
  async (attached) => {
    // Says so where nothing has stopped.
    void attached.stop;
    await attached.stops.goOn(how);
    return how ? noBody : { allThreadsContinued: true };
  };

const exceptionFilters = ["none", "uncaught", "all"] as const;

/** The commands that need an attached debugger, by their names in the Debug Adapter Protocol. */
export const commands: Readonly<Record<string, Command>> = {
  attach: () => noBody,
  configurationDone: () => noBody,
  threads: () => ({ threads: [{ id: threadId, name: "Notebook" }] }),

  setBreakpoints: async ({ breakpoints }, given) => ({
    breakpoints: await breakpoints.set(given.sourcePath(), given.breakpoints()),
  }),
  setExceptionBreakpoints: async ({ exceptions }, given) => {
    const filters = given.strings("filters");
    await exceptions.watch(exceptionFilters.findLast((name) => filters.includes(name)) ?? "none");
    return noBody;
  },

  continue: step(undefined),
  next: step("stepOver"),
  stepIn: step("stepInto"),
  stepOut: step("stepOut"),

  stackTrace: async (attached, given) => {
    const { frames, firstFrame } = attached.stop;
    const start = given.optionalNumber("startFrame") ?? 0;
    const count = given.optionalNumber("levels") || frames.length;
    const stackFrames = await Promise.all(
      frames
        .slice(start, start + count)
        .map((frame, index) =>
          stackFrame(frame, firstFrame + start + index, attached.positions, attached.labelOf),
        ),
    );
    return { stackFrames, totalFrames: frames.length };
  },
  scopes: async (attached, given) => ({
    scopes: await attached.variables.scopes(attached.frame(given.number("frameId"))),
  }),
  setVariable: async ({ variables }, given) => {
    const reference = given.number("variablesReference");
    const name = given.string("name");
    const changed = await variables.assign(reference, name, given.string("value"));
    const { value, type, variablesReference } = changed;
    return { value, ...(type !== undefined && { type }), variablesReference };
  },
  exceptionInfo: (attached) => {
    const { exception } = attached.stop;
    if (!exception) throw new DebugFailure("The notebook did not stop at an exception");
    const breakMode = exception.isUncaught ? "unhandled" : "always";
    return { exceptionId: exception.text.split(":")[0], description: exception.text, breakMode };
  },

  evaluate: async (attached, given) => {
    const id = given.optionalNumber("frameId");
    const frame = id === undefined ? undefined : attached.frame(id);
    return evaluate(attached.session, given, frame, attached.stops.current !== undefined);
  },
  copyToGlobals: async (attached, given) => {
    const name = given.string("dstVariableName");
    const { call } = attached.frame(given.number("srcFrameId"));
    const value = await attached.session.expressions.operand(given.string("srcVariableName"));
    const expression = `globalThis[${JSON.stringify(name)}] = ${value}`;
    await attached.session.evaluateOnFrame({ expression, callFrameId: call.callFrameId });
    return noBody;
  },

  modules: ({ scripts }, given) => {
    const paths = [...new Set(scripts.files().map(({ path }) => path))];
    const start = given.optionalNumber("startModule") ?? 0;
    const count = given.optionalNumber("moduleCount") || paths.length;
    const modules = paths
      .map((path, id) => ({ id, name: basename(path), path }))
      .slice(start, start + count);
    return { modules, totalModules: paths.length };
  },
};

/** The text behind a path: of a cell or file that ran. */
export async function loadedSource({ scripts, codeAt }: Attached, path: string): Promise<string> {
  const code = codeAt(path);
  if (code !== undefined) return code;
  if (scripts.withPath(path).length > 0 && !isCellPath(path)) return readFile(path, "utf8");
  throw new DebugFailure(`No code ran from ${path}`);
}

/** What the adapter can do, in the words of `DebugProtocol.Capabilities`. */
export const capabilities: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsSetVariable: true,
  supportsEvaluateForHovers: true,
  supportsExceptionInfoRequest: true,
  supportsModulesRequest: true,
  supportsVariablePaging: true,
  exceptionBreakpointFilters: [
    { filter: "uncaught", label: "Uncaught exceptions", default: false },
    { filter: "all", label: "All exceptions", default: false },
  ],
} as DebugProtocol.Capabilities;
