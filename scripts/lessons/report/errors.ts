import { LessonSourceError } from "../source/types.ts";
import { UnknownLessonError } from "../source/select.ts";

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Runs a command; an error that its user can mend ends it with the message alone. */
export async function reportingErrors(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const known = [LessonSourceError, UnknownLessonError, UsageError];
    if (!(error instanceof Error) || !known.some((kind) => error instanceof kind)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
