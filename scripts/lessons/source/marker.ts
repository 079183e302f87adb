import { cellTags, type CellTag, type SourceCell } from "./types.ts";

/** The part of a cell that its `// %%` line decides. */
export type Marker = Pick<SourceCell, "kind" | "tags" | "exercise" | "minutes">;

/** What is wrong with a marker, and the remedy. */
export class MarkerError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

const kinds = ["header", "markdown"] as const;
const known = "The attributes are exercise, tags and minutes";

/**
 * Reads what follows `// %%` on a cell's first line: `[markdown]`, `tags=["check"] exercise="id"`.
 *
 * @throws MarkerError for anything the format does not have
 */
export function parseMarker(rest: string): Marker {
  const head = /^\s*(?:\[([^\]]*)\]\s*)?/.exec(rest)!;
  const kind = head[1] === undefined ? "code" : kinds.find((name) => name === head[1]);
  if (!kind) {
    throw new MarkerError(`unknown kind of cell [${head[1]}]`, "Use [header], [markdown] or none");
  }
  const values = parseAttributes(rest.slice(head[0].length));
  if (kind !== "code" && (values.tags || values.exercise !== undefined)) {
    throw new MarkerError(`a [${kind}] cell takes no tags and no exercise`, "Take them off");
  }
  if ((kind === "header") !== (values.minutes !== undefined)) {
    throw new MarkerError(
      kind === "header" ? "[header] without minutes" : "minutes on a cell that is not [header]",
      "Write it once, as // %% [header] minutes=10",
    );
  }
  checkTags(values);
  return { kind, ...values, tags: values.tags ?? [] };
}

interface Attributes {
  tags?: CellTag[];
  exercise?: string;
  minutes?: number;
}

function parseAttributes(text: string): Attributes {
  const values: Attributes = {};
  const attribute = /\s*([A-Za-z-]+)=("[^"]*"|\[[^\]]*\]|[^\s]+)(?=\s|$)/y;
  let at = 0;
  while (text.slice(at).trim() !== "") {
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (!found) {
      throw new MarkerError(`cannot read ${JSON.stringify(text.slice(at).trim())}`, known);
    }
    const [, name, raw] = found as unknown as [string, string, string];
    if (Object.hasOwn(values, name)) throw new MarkerError(`${name} twice`, "Keep one");
    if (name === "tags") values.tags = tagList(raw);
    else if (name === "exercise") values.exercise = exerciseId(raw);
    else if (name === "minutes") values.minutes = minutes(raw);
    else throw new MarkerError(`unknown attribute ${name}`, known);
    at = attribute.lastIndex;
  }
  return values;
}

function json(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function tagList(raw: string): CellTag[] {
  const value = json(raw);
  if (!Array.isArray(value) || value.length === 0) {
    throw new MarkerError(`tags=${raw} is not a list`, 'Write tags=["check"]');
  }
  return value.map((name: unknown) => {
    const tag = cellTags.find((candidate) => candidate === name);
    if (!tag) {
      const remedy = `The tags are ${cellTags.join(", ")}`;
      throw new MarkerError(`unknown tag ${JSON.stringify(name)}`, remedy);
    }
    return tag;
  });
}

function exerciseId(raw: string): string {
  const value = json(raw);
  if (typeof value !== "string" || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value)) {
    throw new MarkerError(
      `exercise=${raw} is not an id`,
      'Write lower-kebab-case: exercise="one-two"',
    );
  }
  return value;
}

function minutes(raw: string): number {
  if (!/^[1-9]\d?$/.test(raw)) {
    throw new MarkerError(`minutes=${raw} is not a number from 1 to 99`, "Write minutes=10");
  }
  return Number(raw);
}

function checkTags({ tags = [], exercise }: Attributes): void {
  if (new Set(tags).size < tags.length) throw new MarkerError("a tag twice", "Keep one");
  const roles = tags.filter((tag) => tag !== "notebook-only" && tag !== "raises-exception");
  if (roles.length > 1) {
    throw new MarkerError(`${roles.join(" and ")} on one cell`, "Split it: a cell has one role");
  }
  const needsExercise = roles[0] === "check" || roles[0] === "test-wrong";
  if (needsExercise && exercise === undefined) {
    throw new MarkerError(`${roles[0]} without an exercise`, 'Add exercise="its id"');
  }
  if (roles.length > 0 && !needsExercise && exercise !== undefined) {
    throw new MarkerError(`${roles[0]} with an exercise`, "Take the exercise off");
  }
}
