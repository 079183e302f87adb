/**
 * How cells ask their user: `prompt`, `confirm`, `alert`, `password`, `input`, and `process.stdin`.
 *
 * @module
 */
import type { PostQuestion } from "./ask.ts";
import { makePrompts } from "./prompts.ts";
import { installStdin } from "./stream.ts";

/** Puts the functions on the global object. */
export function installInput(post: PostQuestion): void {
  const prompts = makePrompts(post, (text) => process.stdout.write(text));
  for (const [name, value] of Object.entries(prompts)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  installStdin(post);
}
