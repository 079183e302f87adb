import { ensureSetup, reportingProblems, runInEnvironment } from "./setup/index.mjs";

/** `npm run benchmark [-- kernel | frame]`: sets up what is missing, then runs benchmarks/index.ts. */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const args = ["benchmarks/index.ts", ...process.argv.slice(2)];
  const env = { DAYLAB_PYTHON: environment.python };
  return runInEnvironment(environment, environment.node, args, { env });
});
