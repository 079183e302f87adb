const { reporters } = require("mocha");

/**
 * Mocha's own spec reporter, and the closing line that CI adds up. A test that passed only when it was
 * tried again is named there with its first error: it counts as passed, and wants to be looked into.
 */
module.exports = class ClosingLine extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    this.firstErrors = new Map();
    runner.on("retry", (test, error) => this.firstErrors.set(test.fullTitle(), error));
  }

  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const failed = new Set(this.failures.map((test) => test.fullTitle()));
    const shaky = [...this.firstErrors].filter(([title]) => !failed.has(title));
    if (shaky.length > 0) console.log(`${shaky.length} passed only at the second attempt:`);
    for (const [title, error] of shaky) console.log(`  ${title}\n    ${error?.message}`);
    console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
  }
};
