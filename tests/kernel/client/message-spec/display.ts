import {
  and,
  anyObject,
  anything,
  boolean,
  dictionary,
  matching,
  nonEmpty,
  object,
  oneOf,
  string,
} from "./kinds.ts";

const mimeType = matching(/^[\w.+-]+\/[\w.+-]+(;.*)?$/, "a MIME type");
const isJson = (type: string) => /[/+]json$/.test(type);

/** Forms of one value by MIME type: text, or base64, except for JSON types, which hold any JSON. */
export const mimeBundle = and(dictionary(anything, mimeType), (bundle) => {
  const wrong = Object.entries(bundle).find(
    ([type, form]) => typeof form !== "string" && !isJson(type),
  );
  if (wrong) return `the form ${wrong[0]} must be a string`;
  return "text/plain" in bundle ? undefined : "a plain text form must always be there";
});

export const richData = { data: mimeBundle, metadata: anyObject } as const;

/** `display_id` is the one transient key that is defined. */
const transient = object({}, { display_id: nonEmpty });

export const display = {
  stream: object({ name: oneOf("stdout", "stderr"), text: nonEmpty }),
  display_data: object(richData, { transient }),
  update_display_data: object({ ...richData, transient: object({ display_id: string }) }),
  clear_output: object({ wait: boolean }),
} as const;
