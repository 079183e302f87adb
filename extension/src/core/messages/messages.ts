import type { LogNotice } from "../journal/notices.ts";
import type { Translator } from "./translator.ts";

/** What the core has to say, as data: a key with its parameters. {@link say} puts it into words. */
export type Message =
  | LogNotice
  | { readonly key: "offline"; readonly path: string }
  | { readonly key: "disk-full"; readonly path: string }
  | { readonly key: "read-only"; readonly path: string }
  | { readonly key: "server-error"; readonly path: string; readonly text: string }
  | { readonly key: "newer-schema"; readonly path: string; readonly schema: number }
  | {
      readonly key: "kept-aside";
      readonly path: string;
      readonly aside: string;
      readonly saved: number;
      readonly problems: readonly string[];
    }
  | {
      readonly key: "corrupt";
      readonly path: string;
      readonly saved: number;
      readonly problems: readonly string[];
    }
  | { readonly key: "other-folder"; readonly path: string; readonly used: string }
  | { readonly key: "copy-found"; readonly path: string; readonly records: number }
  | { readonly key: "busy"; readonly path: string };

/** A message in the learner's language. `trans` is JupyterLab's bundle, or `english`. */
export function say(message: Message, trans: Translator): string {
  switch (message.key) {
    case "offline":
      return trans.__(
        "The server does not answer. Your progress is kept in this browser until %1 can be saved.",
        message.path,
      );
    case "disk-full":
      return trans.__(
        "The server's disk is full: %1 could not be saved. Make space there; your progress is kept in this browser.",
        message.path,
      );
    case "read-only":
      return trans.__(
        "%1 cannot be written. Choose a folder that can be written in the settings; your progress is kept in this browser.",
        message.path,
      );
    case "server-error":
      return trans.__("%1 could not be saved: %2", message.path, message.text);
    case "newer-schema":
      return trans.__(
        "%1 was written by a newer version of Daylab (schema %2). It is shown and not changed; update to go on recording.",
        message.path,
        message.schema,
      );
    case "kept-aside":
      return trans._n(
        "%2 could not be read (%4). It was kept as %3, and %1 record in it was saved.",
        "%2 could not be read (%4). It was kept as %3, and %1 records in it were saved.",
        message.saved,
        message.path,
        message.aside,
        firstOf(message.problems),
      );
    case "corrupt":
      return trans._n(
        "%2 could not be read whole (%3); %1 record in it is shown.",
        "%2 could not be read whole (%3); %1 records in it are shown.",
        message.saved,
        message.path,
        firstOf(message.problems),
      );
    case "other-folder":
      return trans.__(
        "%1 cannot be written; your progress goes to %2.",
        message.path,
        message.used,
      );
    case "copy-found":
      return trans._n(
        "%2 is not there, but this browser has a copy with %1 record. It can be restored.",
        "%2 is not there, but this browser has a copy with %1 records. It can be restored.",
        message.records,
        message.path,
      );
    case "log-duplicate":
      return trans.__("Day %1 is there %2 times. All are kept.", message.day, message.times);
    case "log-missing":
      return message.from === message.to
        ? trans.__("Day %1 is missing.", message.from)
        : trans.__("Days %1 to %2 are missing.", message.from, message.to);
    case "log-order":
      return trans.__("%1 stands after %2. The order is kept.", message.day, message.after);
    case "log-mojibake":
      return trans._n(
        "%1 place has characters that were saved in another encoding (%2). They are kept as they are.",
        "%1 places have characters that were saved in another encoding (%2). They are kept as they are.",
        message.times,
        message.sample,
      );
    case "log-no-days":
      return trans.__("No heading names a day. The whole text is kept as one section.");
    case "busy":
      return trans.__(
        "%1 is being changed by others at every try; your progress is kept in this browser and tried again.",
        message.path,
      );
  }
}

function firstOf(problems: readonly string[]): string {
  return problems.length > 1 ? `${problems[0]} …` : (problems[0] ?? "");
}
