import type { InspectionResult } from "../language/types.ts";
import type { InspectName, ToMain } from "../threads/messages.ts";
import { toCodeUnits } from "./code-points.ts";
import { pathAt } from "./completion.ts";
import { insideText } from "./inside-text.ts";
import type { LazyLanguage } from "./language.ts";
import { valueOf } from "./live-values.ts";
import type { MainThreadInspector } from "./main-thread.ts";

/** Answers an `inspect_request` from the types, and from the live session where types end. */
export async function inspect(
  request: { code: string; cursor_pos: number; detail_level: 0 | 1 },
  language: LazyLanguage,
  mainThread: MainThreadInspector,
): Promise<object> {
  const { code } = request;
  const offset = toCodeUnits(code, request.cursor_pos);
  const known = await language.askSoon((thread) =>
    thread.inspect(code, offset, request.detail_level),
  );
  const path = known === undefined ? untypedPath(code, offset) : known.live;
  const live = path === undefined ? undefined : await valueOf(path, mainThread);
  const sections = known?.found === true ? [known] : [];
  // A member that neither the type nor the value has does not exist.
  if (live !== undefined && (sections.length > 0 || live.type !== "undefined")) {
    const text = `${path}: ${live.type}\n${live.text}`;
    sections.push({ found: true, text, markdown: `\`\`\`typescript\n${text}\n\`\`\`` });
  }
  return sections.length === 0
    ? { status: "ok", found: false, data: {}, metadata: {} }
    : reply(sections);
}

/** What can be said without the language thread. */
function untypedPath(code: string, offset: number): string | undefined {
  if (insideText(code, offset)) return undefined;
  const end = offset + (/^[\p{ID_Continue}$]*/u.exec(code.slice(offset))?.[0].length ?? 0);
  const { object, prefix } = pathAt(code, end);
  if (prefix === "") return undefined;
  return object === undefined ? prefix : `${object}.${prefix}`;
}

const nothingFound: InspectionResult = { found: false, text: "", markdown: "" };

/** Answers the question of a `help` call. */
export async function inspectForHelp(
  { question, code, offset }: InspectName,
  parts: { readonly language: LazyLanguage; readonly postToMain: (message: ToMain) => void },
): Promise<void> {
  const [brief, full] = await Promise.all(
    ([0, 1] as const).map((level) =>
      parts.language.askSoon((thread) => thread.inspect(code, offset, level)),
    ),
  );
  const { found, text, markdown } = full ?? nothingFound;
  const known = { text, markdown, hasSource: text !== brief?.text };
  parts.postToMain({ kind: "inspected", question, ...(found && { known }) });
}

function reply(sections: readonly InspectionResult[]): object {
  const data = {
    "text/plain": sections.map(({ text }) => text).join("\n\n"),
    "text/markdown": sections.map(({ markdown }) => markdown).join("\n\n"),
  };
  return { status: "ok", found: true, data, metadata: {} };
}
