import type { RemoteFile } from "./types.ts";

/** A file could not be had from any of its places. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

/** Why one place did not give the file, in words for whoever sits in a classroom. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: string; message?: string } | undefined;
  const code = (error as NodeJS.ErrnoException).code ?? cause?.code;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "the name of the server was not found: is this computer online?";
    case "ECONNREFUSED":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return "no connection: is this computer online, or does a firewall stand in between?";
    case "ECONNRESET":
    case "UND_ERR_SOCKET":
      return "the connection was cut";
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return "its certificate is not trusted: set NODE_EXTRA_CA_CERTS to your school's certificate";
    default:
      // fetch() says only "fetch failed" itself.
      return cause?.message || error.message;
  }
}

/** What to tell when every place has failed. */
export function allPlacesFailed(
  file: RemoteFile,
  target: string,
  failures: readonly string[],
): DownloadError {
  return new DownloadError(
    [
      `${file.name} (${megabytes(file.size)}) could not be downloaded:`,
      ...failures.map((failure) => `  ${failure}`),
      "Run the cell again to go on from where it stopped. Or get the file in another way and put it at",
      `  ${target}`,
      `Its SHA-256 must be ${file.sha256}.`,
    ].join("\n"),
  );
}

export function megabytes(bytes: number): string {
  return bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
