import { startArguments, withDefaults } from "./setup/start-arguments.mjs";
import { ensureSetup, reportingProblems, root, runInEnvironment } from "./setup/index.mjs";

/**
 * `npm start [-- --no-browser --port N …]`: sets the clone up, then opens JupyterLab with the lesson to
 * go on with, which is Day 1 at first. The extension reads the address.
 */
await reportingProblems(async () => {
  const own = startArguments(process.argv.slice(2));
  const environment = await ensureSetup();
  console.log("Opening JupyterLab where you left off, or on Day 1. Stop it with Ctrl-C, twice.");
  return runInEnvironment(environment, environment.python, [
    ...["-m", "jupyterlab"],
    ...withDefaults(own, {
      "--ServerApp.root_dir": root,
      "--LabApp.default_url": "/lab?daylab=continue",
    }),
  ]);
});
