import { existsSync } from "node:fs";
import path from "node:path";
import {
  ensureSetup,
  reportingProblems,
  root,
  runInEnvironment,
  SetupProblem,
} from "./setup/index.mjs";

/**
 * `node scripts/tool.mjs PACKAGE/FILE …`: a program of node_modules, run by the environment's Node 24.
 * By its file and not by its name: two packages bring a `tsc`, TypeScript and tslab's own copy of 5.0.
 */
await reportingProblems(async () => {
  const [name, ...args] = process.argv.slice(2);
  const environment = await ensureSetup();
  const program = path.join(root, "node_modules", name ?? "");
  if (!name || !existsSync(program)) {
    throw new SetupProblem(
      `There is no ${name ?? "program named"} in node_modules.`,
      "Run npm run setup.",
    );
  }
  return runInEnvironment(environment, environment.node, [program, ...args]);
});
