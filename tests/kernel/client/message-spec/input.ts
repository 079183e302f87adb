import { boolean, object, string } from "./kinds.ts";

/** The one message in which the kernel asks and the front end answers. */
export const input = {
  input_request: object({ prompt: string, password: boolean }),
} as const;
