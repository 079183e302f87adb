import { ensureSetup, reportingProblems, runInEnvironment } from "./setup/index.mjs";

/** `npm test [-- mocha's arguments]`: sets up what is missing, then runs every fast suite. */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const mocha = ["node_modules/mocha/bin/mocha.js", ...process.argv.slice(2)];
  return runInEnvironment(environment, environment.node, mocha);
});
