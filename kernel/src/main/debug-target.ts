import { DebugTarget, type DebugTargetParts } from "../debug/target/index.ts";
import { debugTargetName } from "../threads/global-names.ts";

/**
 * Lets a debugger ask about the notebook. Loaded with the rest of the kernel: a debugger may come at
 * any moment, also in the middle of Node's own loading of another module, which cannot be entered
 * twice.
 */
export function installDebugTarget(parts: Omit<DebugTargetParts, "ownGlobals">): void {
  const ownGlobals = new Set(Object.getOwnPropertyNames(globalThis));
  const value = new DebugTarget({ ...parts, ownGlobals });
  Object.defineProperty(globalThis, debugTargetName, { value });
}
