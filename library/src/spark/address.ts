/** Where a Spark Connect endpoint is, and who asks. */
export interface SparkAddress {
  readonly host: string;
  /** Default 15002. */
  readonly port: number;
  readonly secure: boolean;
  readonly token?: string;
  readonly userId?: string;
  readonly sessionId?: string;
  /** Other parameters, sent as headers with every call. */
  readonly headers: Readonly<Record<string, string>>;
}

const known = "token, use_ssl, user_id, session_id and headers that start with x-";

/**
 * The parts of a connection string such as `sc://host:15002/;use_ssl=true;token=secret`.
 *
 * Source: Apache Spark, "Connecting to Spark Connect using Clients" (client-connection-string.md).
 *
 * @throws TypeError that names what is wrong and what a right one looks like
 */
export function parseAddress(text: string): SparkAddress {
  const wrong = (what: string): TypeError =>
    new TypeError(
      `${JSON.stringify(withoutToken(text))} is no Spark Connect address: ${what}. One looks like "sc://host:15002" or "sc://host:443/;use_ssl=true;token=…".`,
    );
  const match = /^sc:\/\/(\[[^\]]+\]|[^:/;?#\s]+)(?::([^/;]*))?(?:\/(.*))?$/.exec(text);
  if (!match) throw wrong("it must start with sc:// and the name of a host");
  const [, host, portText = "15002", path = ""] = match;
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port < 1 || port > 65_535)
    throw wrong(`the port is ${JSON.stringify(portText)}, not a number from 1 to 65535`);
  if (path !== "" && !path.startsWith(";"))
    throw wrong(`after the host only parameters may follow, each after a semicolon`);
  const parameters = new Map<string, string>();
  for (const part of path.split(";").filter(Boolean)) {
    const equals = part.indexOf("=");
    if (equals <= 0) throw wrong(`the parameter ${JSON.stringify(part)} has no value`);
    parameters.set(part.slice(0, equals), decode(part.slice(equals + 1), wrong));
  }
  return { host, port, ...read(parameters, wrong) };
}

function read(
  parameters: Map<string, string>,
  wrong: (what: string) => TypeError,
): Omit<SparkAddress, "host" | "port"> {
  const headers: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (["token", "use_ssl", "user_id", "session_id", "user_agent"].includes(name)) continue;
    if (!name.toLowerCase().startsWith("x-"))
      throw wrong(`there is no parameter ${JSON.stringify(name)}; there are ${known}`);
    headers[name.toLowerCase()] = value;
  }
  const ssl = parameters.get("use_ssl");
  if (ssl !== undefined && ssl !== "true" && ssl !== "false")
    throw wrong(`use_ssl is ${JSON.stringify(ssl)}, not true or false`);
  const [token, userId, sessionId] = ["token", "user_id", "session_id"].map((name) =>
    parameters.get(name),
  );
  if (token !== undefined && ssl === "false")
    throw wrong("a token is only sent encrypted, so use_ssl=false cannot stand beside it");
  return {
    secure: ssl === "true" || token !== undefined,
    ...(token !== undefined && { token }),
    ...(userId !== undefined && { userId }),
    ...(sessionId !== undefined && { sessionId }),
    headers,
  };
}

function decode(value: string, wrong: (what: string) => TypeError): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw wrong(`${JSON.stringify(value)} is not percent-encoded text`);
  }
}

/** Error messages end up in notebooks that are shared. */
function withoutToken(text: string): string {
  return text.replace(/(token=)[^;]*/g, "$1…");
}
