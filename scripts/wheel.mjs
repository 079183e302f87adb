import { ensureSetup, environmentVariables, reportingProblems } from "./setup/index.mjs";
import { run } from "./setup/run.mjs";

/** `npm run wheel`: the JupyterLab extension as dist/daylab_labextension-….whl, for `pip install`. */
await reportingProblems(async () => {
  const environment = await ensureSetup();
  const output = await run({
    what: "Building the wheel",
    command: environment.python,
    args: ["-m", "pip", "wheel", "--no-index", "--no-deps", "--wheel-dir", "dist", "./extension"],
    env: environmentVariables(environment),
  });
  console.log(`dist/${/filename=(\S+\.whl)/.exec(output)[1]}`);
});
