import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const environment = join(repository, ".cache", "sail");
const sail = join(environment, "bin", "sail");
const requirements = fileURLToPath(new URL("./requirements.txt", import.meta.url));

/** Sail from the Python package registry, into the cache; some 60 MB the first time. */
function install(): void {
  if (existsSync(sail)) return;
  const ours = join(repository, ".venv", "bin", "python");
  try {
    execFileSync(existsSync(ours) ? ours : "python3", ["-m", "venv", environment]);
    const pip = join(environment, "bin", "pip");
    execFileSync(pip, ["install", "--quiet", "-r", requirements], { stdio: "pipe" });
  } catch (error) {
    // A half-made environment would be taken for a whole one.
    rmSync(environment, { recursive: true, force: true });
    throw error;
  }
}

/** A real Spark Connect server in a process of its own. */
export class SailServer {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(address: string, child: ChildProcess) {
    this.address = address;
    this.#child = child;
  }

  static async start(): Promise<SailServer> {
    install();
    const port = await freePort();
    const child = spawn(sail, ["spark", "server", "--port", String(port)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        log += chunk.toString();
        if (/is running|listening|Starting the Spark Connect server/i.test(log)) resolve();
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`sail ended with ${code}: ${log}`)));
    });
    return new SailServer(`sc://127.0.0.1:${port}`, child);
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await exited;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
