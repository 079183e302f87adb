/** Something the user can mend: one sentence that says what is missing, one that says the remedy. */
export class SetupProblem extends Error {
  /**
   * @param {string} message what is wrong, naming the thing and what was found
   * @param {string} remedy what to do about it
   */
  constructor(message, remedy) {
    super(message);
    this.name = "SetupProblem";
    this.remedy = remedy;
  }
}

/** Runs `main`; a SetupProblem ends the process with its two sentences instead of a stack trace. */
export async function reportingProblems(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(`\n✗ ${error.message}\n  → ${error.remedy}`);
    process.exitCode = 1;
  }
}
