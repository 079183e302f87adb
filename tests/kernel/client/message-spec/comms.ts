import { anyObject, dictionary, nonEmpty, object, stringOrNull } from "./kinds.ts";
import { reply } from "./reply.ts";

export const comms = {
  comm_open: object(
    { comm_id: nonEmpty, target_name: nonEmpty, data: anyObject },
    // ipykernel sends null for a comm without one.
    { target_module: stringOrNull },
  ),
  comm_msg: object({ comm_id: nonEmpty, data: anyObject }),
  comm_close: object({ comm_id: nonEmpty, data: anyObject }),
  comm_info_reply: reply({ comms: dictionary(object({ target_name: nonEmpty })) }),
} as const;
