import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { python } from "./environment.ts";
import type { JupyterClient } from "./jupyter-client.ts";

const script = fileURLToPath(new URL("./slow_subscriber.py", import.meta.url));

/** A second client of a kernel's IOPub channel, which reads no faster than it is told. */
export interface SlowSubscriber {
  /** Bytes a second from now on. */
  read(rate: number): void;
  /** What it has read of the streams in all, once it has read `until`. */
  text(until: string): Promise<{ stdout: string; stderr: string }>;
}

/** Subscribes, and reads nothing yet. */
export async function slowSubscriber(kernel: JupyterClient): Promise<SlowSubscriber> {
  const argument = "process.argv[process.argv.indexOf('--connection-file') + 1]";
  const file = (await kernel.evaluate(argument))!.slice(1, -1);
  const child = spawn(python, [script, file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string) as unknown;
  await next();
  return {
    read: (rate) => void child.stdin.write(`${JSON.stringify({ rate })}\n`),
    async text(until) {
      child.stdin.write(`${JSON.stringify({ until })}\n`);
      return (await next()) as { stdout: string; stderr: string };
    },
  };
}
