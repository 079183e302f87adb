import { status, type ServiceError } from "@grpc/grpc-js";

/** What Spark, or the way to it, had to say. */
export class SparkError extends Error {
  override readonly name = "SparkError";
}

/** The error of a call in words: Spark's own message where there is one. */
export function sparkError(error: ServiceError, address: string): SparkError {
  const { code, details } = error;
  const cause = { cause: error };
  switch (code) {
    case status.UNAVAILABLE:
      return new SparkError(
        `No Spark Connect endpoint answers at ${address} (${details}). Is it running, is the port right, and does it speak TLS where the address says use_ssl=true?`,
        cause,
      );
    case status.UNAUTHENTICATED:
    case status.PERMISSION_DENIED:
      return new SparkError(
        `${address} refused: ${details}. Check the token in the address.`,
        cause,
      );
    case status.CANCELLED:
      return new SparkError("The query was cancelled.", cause);
    case status.DEADLINE_EXCEEDED:
      return new SparkError(`${address} did not answer in time: ${details}.`, cause);
    case status.UNIMPLEMENTED:
      return new SparkError(`${address} is not a Spark Connect endpoint: ${details}.`, cause);
    default:
      return new SparkError(withoutJavaTrace(details), cause);
  }
}

/** Spark appends the JVM's stack to some messages, which helps nobody here. */
function withoutJavaTrace(details: string): string {
  return details.split(/\n\s*(?:JVM stacktrace:|at (?:org|java|scala)\.)/)[0].trim();
}
