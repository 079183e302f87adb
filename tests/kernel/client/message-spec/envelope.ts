import { matching, nonEmpty, object, string, stringOrNull, variant } from "./kinds.ts";

const isoDate = matching(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  "an ISO 8601 date with a time zone",
);

const identity = {
  msg_id: nonEmpty,
  session: nonEmpty,
  username: string,
  date: isoDate,
  msg_type: nonEmpty,
};

/** Who sent a message and when. */
export const header = object({
  ...identity,
  version: matching(/^5\.([4-9]|\d\d)(\.\d+)?$/, "version 5.4 of the protocol or a later 5.x"),
});

/** The request's header as the client sent it: what else the client put there comes back with it. */
const requestHeader = object(
  { ...identity, version: nonEmpty },
  { subshell_id: stringOrNull },
  { open: true },
);

/** Empty where the kernel speaks of its own accord. */
export const parentHeader = variant<object>((value) =>
  Object.keys(value).length === 0 ? object({}) : requestHeader,
);
