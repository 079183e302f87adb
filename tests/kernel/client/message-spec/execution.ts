import { mimeBundle, richData } from "./display.ts";
import {
  anyObject,
  boolean,
  count,
  dictionary,
  list,
  nonEmpty,
  object,
  oneOf,
  string,
  variant,
} from "./kinds.ts";
import { errorFields, reply } from "./reply.ts";

/** Deprecated, and still what front ends act on; `source` says which. */
const payloads = {
  page: object({ source: oneOf("page"), data: mimeBundle, start: count }),
  set_next_input: object({ source: oneOf("set_next_input"), text: string }, { replace: boolean }),
  edit: object({ source: oneOf("edit", "edit_magic"), filename: nonEmpty, line_number: count }),
  ask_exit: object({ source: oneOf("ask_exit"), keepkernel: boolean }),
};
const anyPayload = object({ source: oneOf(...Object.keys(payloads)) }, {}, { open: true });
const payload = variant<object>(
  ({ source }) => payloads[source as keyof typeof payloads] ?? anyPayload,
);

const userExpression = variant<object>(({ status }) =>
  status === "error"
    ? object({ status: oneOf("error"), ...errorFields })
    : object({ status: oneOf("ok"), ...richData }),
);

export const execution = {
  execute_input: object({ code: string, execution_count: count }),
  execute_result: object({ execution_count: count, ...richData }, { transient: anyObject }),
  error: object(errorFields),
  execute_reply: reply(
    {},
    { payload: list(payload), user_expressions: dictionary(userExpression) },
    { execution_count: count },
  ),
} as const;
