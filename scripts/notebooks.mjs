import { ensureSetup, reportingProblems, runInEnvironment } from "./setup/index.mjs";

/** `npm run notebooks`: sets up what is missing, then runs scripts/lessons/notebooks.ts. */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const args = ["scripts/lessons/notebooks.ts", ...process.argv.slice(2)];
  const env = { DAYLAB_PYTHON: environment.python };
  return runInEnvironment(environment, environment.node, args, { env });
});
