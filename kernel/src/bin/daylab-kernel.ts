#!/usr/bin/env node
import { parseArgs } from "node:util";
import type { Target } from "../kernelspec/index.ts";

const help = `daylab-kernel: a TypeScript kernel for Jupyter

  daylab-kernel install [--user | --sys-prefix | --prefix PATH] [--name daylab] [--types MODE]
  daylab-kernel uninstall [--user | --sys-prefix | --prefix PATH] [--name daylab]
  daylab-kernel launch --connection-file FILE [--types MODE]

install     makes the kernel known to Jupyter: for this user (the default), in the active Python
            environment, or below PATH
launch      runs a kernel; Jupyter does this itself
MODE        what the type checker does: warn (diagnostics under the cell), strict (a type error
            stops the cell), off. Default: the environment variable DAYLAB_TYPES, else warn
`;

const options = {
  "connection-file": { type: "string" },
  types: { type: "string" },
  user: { type: "boolean" },
  "sys-prefix": { type: "boolean" },
  prefix: { type: "string" },
  name: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

function parse(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true });
}

type Values = ReturnType<typeof parse>["values"];

/** @throws Error where the command line cannot be understood. */
async function run(args: string[]): Promise<void> {
  const { values, positionals } = parse(args);
  const [command, ...extra] = positionals;
  if (values.version) return console.log(await version());
  if (values.help || command === undefined) return console.log(help);
  // `jupyter run cell.ts` hands its own arguments on to the kernel.
  if (extra.length > 0 && command !== "launch")
    throw new Error(`Unexpected argument ${JSON.stringify(extra[0])}`);
  if (command === "launch") return launch(values);
  if (command !== "install" && command !== "uninstall") {
    throw new Error(`Unknown command ${JSON.stringify(command)}; see daylab-kernel --help`);
  }
  const { installKernelspec, uninstallKernelspec } = await import("../kernelspec/index.ts");
  const types = await typesMode(values.types);
  const { name } = values;
  const spec = { target: target(values), ...(name !== undefined && { name }) };
  const folder =
    command === "install"
      ? installKernelspec({ ...spec, ...(types && { types }) })
      : uninstallKernelspec(spec);
  console.log(`${command === "install" ? "Installed" : "Removed"} ${folder}`);
}

function target(values: Values): Target {
  const { prefix, user, "sys-prefix": sysPrefix } = values;
  if ([prefix !== undefined, user, sysPrefix].filter(Boolean).length > 1) {
    throw new Error("Choose one of --user, --sys-prefix and --prefix");
  }
  if (prefix !== undefined) return { kind: "prefix", prefix };
  return sysPrefix ? { kind: "sys-prefix" } : { kind: "user" };
}

async function launch(values: Values): Promise<void> {
  const connectionFile = values["connection-file"];
  if (connectionFile === undefined) throw new Error("launch needs --connection-file FILE");
  const { launch: start } = await import("../main/launch.ts");
  const types = (await typesMode(values.types)) ?? (await typesMode(process.env.DAYLAB_TYPES));
  await start({ connectionFile, ...(types && { types }) });
}

async function typesMode(text: string | undefined) {
  const { isTypesMode } = await import("../protocol/types-mode.ts");
  if (text === undefined || text === "" || isTypesMode(text)) return text || undefined;
  throw new Error(`The types mode is warn, strict or off; received ${JSON.stringify(text)}`);
}

async function version(): Promise<string> {
  const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
  return manifest.version;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(`daylab-kernel: ${(error as Error).message}`);
  process.exit(1);
}
