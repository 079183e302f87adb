import type { RequestArguments } from "./arguments.ts";
import { richInspect } from "./evaluation.ts";
import type { TargetSession } from "./session.ts";
import type { Frame } from "./stack.ts";
import type { Page } from "./target/references.ts";
import type { Variables } from "./variables.ts";

/** What variables can be looked at with; a debugger need not be attached for it. */
export interface Looker {
  readonly session: TargetSession;
  readonly variables: Variables;
  /** A frame of the present stop. */
  readonly frame: (id: number) => Frame;
  readonly isStopped: () => boolean;
}

/** The commands that only look at variables, by their names in Jupyter's protocol. */
export const looks: Readonly<
  Record<string, (looker: Looker, given: RequestArguments) => Promise<object>>
> = {
  inspectVariables: async ({ variables }) => ({ variables: await variables.notebook() }),
  richInspectVariables: async (looker, given) => {
    const isStopped = looker.isStopped();
    const id = isStopped ? given.optionalNumber("frameId") : undefined;
    const frame = id === undefined ? undefined : looker.frame(id);
    return richInspect(looker.session, given, frame, isStopped);
  },
  variables: async ({ variables }, given) => {
    const filter = given.optionalString("filter");
    const start = given.optionalNumber("start");
    const count = given.optionalNumber("count");
    const page: Page = {
      ...((filter === "indexed" || filter === "named") && { filter }),
      ...(start !== undefined && { start }),
      ...(count !== undefined && { count }),
    };
    return { variables: await variables.list(given.number("variablesReference"), page) };
  },
};
