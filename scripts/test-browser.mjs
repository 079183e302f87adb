import { findChromium } from "./setup/chromium.mjs";
import { ensureSetup, reportingProblems, runInEnvironment, SetupProblem } from "./setup/index.mjs";

/** `npm run test:browser`: JupyterLab in a real browser. */
await reportingProblems(async () => {
  const chromium = findChromium();
  if (!chromium) {
    throw new SetupProblem(
      "The browser tests need Chromium, and none is on your PATH.",
      "Debian/Ubuntu: sudo apt install chromium; elsewhere name one with DAYLAB_CHROMIUM=/path/to/chromium.",
    );
  }
  const environment = await ensureSetup();
  const mocha = [
    "node_modules/mocha/bin/mocha.js",
    "--no-config",
    "--reporter",
    "scripts/mocha-reporter.cjs",
    "tests/browser/**/*.browser.ts",
    ...(process.env.CI ? ["--retries", "1"] : []),
    ...process.argv.slice(2),
  ];
  return runInEnvironment(environment, environment.node, mocha, {
    env: { DAYLAB_CHROMIUM: chromium },
  });
});
