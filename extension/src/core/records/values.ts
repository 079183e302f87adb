export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value in a message: JSON, cut where it is long. */
export function shown(value: unknown, longest = 60): string {
  const text = JSON.stringify(value) as string | undefined;
  const whole = text ?? typeof value;
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}
