import {
  anyObject,
  boolean,
  count,
  list,
  matching,
  nonEmpty,
  object,
  oneOf,
  string,
  type Kind,
} from "./kinds.ts";
import { reply } from "./reply.ts";

/** A CodeMirror mode by its name, or with settings. */
const codemirrorMode: Kind<string | Record<string, unknown>> = {
  problems: (value, at) => (typeof value === "string" ? [] : anyObject.problems(value, at)),
};

const languageInfo = object(
  {
    name: nonEmpty,
    version: nonEmpty,
    mimetype: matching(/^\w+\/[\w.+-]+$/, "a MIME type"),
    file_extension: matching(/^\./, "a file extension with its dot"),
  },
  { pygments_lexer: nonEmpty, codemirror_mode: codemirrorMode, nbconvert_exporter: nonEmpty },
);

const version = matching(/^\d+\.\d+/, "a version such as 5.4");

export const kernel = {
  status: object({ execution_state: oneOf("busy", "idle", "starting") }),
  iopub_welcome: object({ subscription: string }),
  kernel_info_reply: reply(
    {
      protocol_version: version,
      implementation: nonEmpty,
      implementation_version: version,
      language_info: languageInfo,
      banner: string,
    },
    {
      help_links: list(object({ text: nonEmpty, url: matching(/^https?:\/\//, "a web address") })),
      // From 5.5 the features say it, and `debugger` is deprecated.
      supported_features: list(oneOf("debugger", "kernel subshells")),
      debugger: boolean,
    },
  ),
  /** Deprecated since 5.1; ports of channels that do not run are left out. */
  connect_reply: reply(
    {},
    {
      shell_port: count,
      iopub_port: count,
      stdin_port: count,
      hb_port: count,
      control_port: count,
    },
  ),
  shutdown_reply: reply({ restart: boolean }),
  interrupt_reply: reply({}),
} as const;
