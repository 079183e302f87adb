import { list, nonEmpty } from "./kinds.ts";
import { reply } from "./reply.ts";

/** Protocol 5.5: asked and answered on the control channel. */
export const subshells = {
  create_subshell_reply: reply({ subshell_id: nonEmpty }),
  delete_subshell_reply: reply({}),
  list_subshell_reply: reply({ subshell_id: list(nonEmpty) }),
} as const;
