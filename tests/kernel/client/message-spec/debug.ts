import {
  anyObject,
  anything,
  boolean,
  count,
  nonEmpty,
  object,
  oneOf,
  string,
  variant,
} from "./kinds.ts";

/** The Debug Adapter Protocol's response, failed or not; what is in `body` it leaves to the command. */
const response = object(
  {
    type: oneOf("response"),
    seq: count,
    request_seq: count,
    success: boolean,
    command: nonEmpty,
  },
  { message: string, body: anything },
);

/** JupyterLab asks before there is a debugger; the answer then is an empty object. */
const noDebugger = object({});

export const debug = {
  debug_reply: variant<object>((value) =>
    Object.keys(value).length === 0 ? noDebugger : response,
  ),
  debug_event: object({ type: oneOf("event"), seq: count, event: nonEmpty }, { body: anyObject }),
} as const;
