/** Why the server did not do it. */
export type Failure = "missing" | "forbidden" | "conflict" | "full" | "offline" | "server";

export interface Trouble {
  readonly failure: Failure;
  /** The HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  readonly text: string;
}

/** What an error of the contents says. Servers name a full or read-only disk in the text of a 500. */
export function troubleOf(error: unknown): Trouble {
  const {
    status: own,
    response,
    message,
  } = (error ?? {}) as {
    status?: unknown;
    response?: { status?: unknown };
    message?: unknown;
  };
  const found = own ?? response?.status;
  const status = typeof found === "number" && found > 0 ? found : undefined;
  const text = typeof message === "string" ? message : String(error);
  return { failure: failureOf(status, text), status, text };
}

function failureOf(status: number | undefined, text: string): Failure {
  if (status === undefined) return "offline";
  if (status === 404) return "missing";
  if (/no space left|errno 28\b|enospc|disk quota|errno 122\b/i.test(text)) return "full";
  if (/read-only file system|errno 30\b|erofs|permission denied/i.test(text)) return "forbidden";
  if (status === 507 || status === 413) return "full";
  if (status === 401 || status === 403 || status === 405) return "forbidden";
  if (status === 409) return "conflict";
  // A gateway answers for a server that is gone.
  return [502, 503, 504].includes(status) ? "offline" : "server";
}
