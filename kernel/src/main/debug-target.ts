import { createRequire } from "node:module";
import { debugTargetName } from "../threads/global-names.ts";
import type * as Target from "../debug/target/index.ts";

/** Lets a debugger ask about the notebook. What answers it is loaded when it first does. */
export function installDebugTarget(parts: Target.DebugTargetParts): void {
  let target: Target.DebugTarget | undefined;
  const load = (): Target.DebugTarget => {
    const require = createRequire(import.meta.url);
    const loaded = require("../debug/target/index.ts") as typeof Target;
    return new loaded.DebugTarget(parts);
  };
  Object.defineProperty(globalThis, debugTargetName, { get: () => (target ??= load()) });
}
