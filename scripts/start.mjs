import { startArguments, withDefaults } from "./setup/start-arguments.mjs";
import { ensureSetup, reportingProblems, root, runInEnvironment } from "./setup/index.mjs";

const dayOne = "notebooks/01-setup-numerics/day-001-hello-notebook.ipynb";

/** `npm start [-- --no-browser --port N …]`: sets the clone up, then opens JupyterLab on Day 1. */
await reportingProblems(async () => {
  const own = startArguments(process.argv.slice(2));
  const environment = await ensureSetup();
  console.log("Opening JupyterLab on Day 1. Stop it with Ctrl-C, twice.");
  return runInEnvironment(environment, environment.python, [
    ...["-m", "jupyterlab"],
    ...withDefaults(own, {
      "--ServerApp.root_dir": root,
      "--LabApp.default_url": `/lab/tree/${dayOne}`,
    }),
  ]);
});
