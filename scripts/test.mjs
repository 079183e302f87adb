import { ensureSetup, reportingProblems, runInEnvironment } from "./setup/index.mjs";

/**
 * `npm test [-- mocha's arguments]`: sets up what is missing, then runs every fast suite, or the test
 * files that are named. In CI a test that fails is tried once more, on its own state; the closing lines
 * name those that needed it.
 */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const given = process.argv.slice(2);
  const specs = given.some((argument) => argument.includes(".test.ts"))
    ? []
    : ["tests/**/*.test.ts"];
  const mocha = ["node_modules/mocha/bin/mocha.js", ...specs, ...given];
  if (process.env.CI && !given.includes("--retries")) mocha.push("--retries", "1");
  return runInEnvironment(environment, environment.node, mocha);
});
