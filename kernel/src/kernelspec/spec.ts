import { fileURLToPath } from "node:url";

/** The content of `kernel.json`. Paths are absolute: a kernelspec is read from anywhere. */
export function kernelJson(types?: string): object {
  const command = fileURLToPath(new URL("../bin/daylab-kernel.mjs", import.meta.url));
  const options = types === undefined ? [] : ["--types", types];
  return {
    argv: [
      process.execPath,
      // Without it Node.js aborts where a callback of a timer is interrupted: its own account of
      // nested callbacks does not add up then, which it needs for async_hooks alone.
      "--no-force-async-hooks-checks",
      command,
      "launch",
      "--connection-file",
      "{connection_file}",
      ...options,
    ],
    display_name: "TypeScript (Daylab)",
    language: "typescript",
    interrupt_mode: "message",
    env: { TF_CPP_MIN_LOG_LEVEL: "3" },
    metadata: { debugger: true, supported_encryption: ["curve"] },
  };
}
