import {
  and,
  anyObject,
  anything,
  boolean,
  count,
  dictionary,
  integer,
  list,
  object,
  oneOf,
  string,
  stringOrNull,
  variant,
  type Kind,
} from "./kinds.ts";
import { reply } from "./reply.ts";

/** `[session, line, input]`, or with the output asked for `[session, line, [input, output]]`. */
const historyEntry: Kind<readonly unknown[]> = {
  problems(value, at) {
    if (!Array.isArray(value) || value.length !== 3) return [`${at} must have three elements`];
    const [session, line, input] = value as unknown[];
    const both = Array.isArray(input) && input.length === 2;
    return [
      ...integer.problems(session, `${at}[0]`),
      ...count.problems(line, `${at}[1]`),
      ...string.problems(both ? (input as unknown[])[0] : input, `${at}[2]`),
      ...(both ? stringOrNull.problems((input as unknown[])[1], `${at}[2][1]`) : []),
    ];
  },
};

const completion = reply({
  matches: list(string),
  cursor_start: count,
  cursor_end: count,
  metadata: anyObject,
});

export interface Span {
  readonly cursor_start?: number;
  readonly cursor_end?: number;
}

export const editor = {
  complete_reply: and(completion as Kind<Span>, ({ cursor_start = 0, cursor_end = 0 }) =>
    cursor_start <= cursor_end ? undefined : "cursor_start is after cursor_end",
  ),
  /** Where nothing was found the data may be empty, so it has no plain text then. */
  inspect_reply: reply({ found: boolean, data: dictionary(anything), metadata: anyObject }),
  history_reply: reply({ history: list(historyEntry) }),
  is_complete_reply: variant<object>(({ status }) => {
    const known = oneOf("complete", "incomplete", "invalid", "unknown");
    if (status === "error") return reply({});
    return status === "incomplete"
      ? object({ status: oneOf("incomplete"), indent: string })
      : object({ status: known });
  }),
} as const;
