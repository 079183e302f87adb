import type { InspectionResult } from "../language/types.ts";
import type { InspectName, ToMain } from "../threads/messages.ts";
import { toCodeUnits } from "./code-points.ts";
import { pathAt } from "./completion.ts";
import type { LazyLanguage } from "./language.ts";
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
  if (known?.found) return reply(known);
  const wordEnd = offset + (/^[\p{ID_Continue}$]*/u.exec(code.slice(offset))?.[0].length ?? 0);
  const { object, prefix } = pathAt(code, wordEnd);
  const path = object === undefined ? prefix : `${object}.${prefix}`;
  const live = prefix === "" ? undefined : await mainThread.describe(path);
  if (live === undefined) return { status: "ok", found: false, data: {}, metadata: {} };
  const text = `${path}: ${live.type}\n${live.text}`;
  return reply({ found: true, text, markdown: `\`\`\`typescript\n${text}\n\`\`\`` });
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

function reply({ text, markdown }: InspectionResult): object {
  const data = { "text/plain": text, "text/markdown": markdown };
  return { status: "ok", found: true, data, metadata: {} };
}
