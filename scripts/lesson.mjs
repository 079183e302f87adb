import { ensureSetup, reportingProblems, runInEnvironment } from "./setup/index.mjs";

/** `npm run lesson`: sets up what is missing, then runs scripts/lessons/lesson.ts. */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const args = ["scripts/lessons/lesson.ts", ...process.argv.slice(2)];
  const env = { DAYLAB_PYTHON: environment.python };
  return runInEnvironment(environment, environment.node, args, { env });
});
