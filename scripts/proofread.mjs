import { ensureSetup, reportingProblems, runInEnvironment } from "./setup/index.mjs";

/** `npm run proofread`: sets up what is missing, then runs scripts/lessons/proofread.ts. */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const args = ["scripts/lessons/proofread.ts", ...process.argv.slice(2)];
  const env = { DAYLAB_PYTHON: environment.python };
  return runInEnvironment(environment, environment.node, args, { env });
});
