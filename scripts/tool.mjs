import { existsSync } from "node:fs";
import path from "node:path";
import {
  ensureSetup,
  reportingProblems,
  root,
  runInEnvironment,
  SetupProblem,
} from "./setup/index.mjs";

/** `node scripts/tool.mjs NAME …`: a program of node_modules/.bin, run by the environment's Node 24. */
await reportingProblems(async () => {
  const [name, ...args] = process.argv.slice(2);
  const environment = await ensureSetup();
  const program = path.join(root, "node_modules/.bin", name ?? "");
  if (!name || !existsSync(program)) {
    throw new SetupProblem(
      `There is no ${name ?? "program named"} in node_modules/.bin.`,
      "Run npm run setup.",
    );
  }
  return runInEnvironment(environment, environment.node, [program, ...args]);
});
