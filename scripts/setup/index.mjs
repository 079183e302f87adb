/**
 * Sets the clone up: `ensureSetup()` brings it to the state that every command of the project
 * expects, doing only what is missing. Plain Node ≥ 18, no dependencies: it runs before there are any.
 */
import { currentEnvironment } from "./environment.mjs";
import { takeLock } from "./lock.mjs";
import { startProgress } from "./progress.mjs";
import { isStamped, stamp, unstamp } from "./stamps.mjs";
import { steps } from "./steps/index.mjs";

export { currentEnvironment, environmentVariables } from "./environment.mjs";
export { reportingProblems, SetupProblem } from "./problem.mjs";
export { root } from "./paths.mjs";
export { runInEnvironment } from "./run-in-environment.mjs";

/** The steps that are not done, in order. */
export function missingSteps(environment = currentEnvironment()) {
  return steps.filter(
    (step) => !isStamped(step.name, step.fingerprint(environment)) || !step.isThere(environment),
  );
}

/**
 * @returns {Promise<import("./environment.mjs").Environment>} the environment, ready
 * @throws {import("./problem.mjs").SetupProblem} what is missing on the machine, and the remedy
 */
export async function ensureSetup() {
  if (missingSteps().length === 0) return currentEnvironment();
  const release = takeLock();
  try {
    const total = missingSteps().length;
    for (let index = 1; ; index++) {
      // Asked anew each time: a step may change what the later ones are made from.
      const [step] = missingSteps();
      if (!step) break;
      unstamp(step.name);
      const progress = startProgress(index, Math.max(total, index), step.title, step.expectation);
      try {
        await step.run(currentEnvironment(), progress.say);
      } catch (error) {
        progress.failed();
        throw error;
      }
      stamp(step.name, step.fingerprint(currentEnvironment()));
      progress.done();
    }
  } finally {
    release();
  }
  return currentEnvironment();
}
