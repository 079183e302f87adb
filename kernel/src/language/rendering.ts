/**
 * What is known of a name or a call, as Markdown and as text.
 *
 * @module
 */
import type { CallInfo, Documented, Span } from "./compiler.ts";
import type { InspectionResult } from "./types.ts";

interface More {
  /** The parameter that is being written. */
  readonly parameter?: CallInfo["parameter"];
  /** The source of the declaration. */
  readonly code?: string | undefined;
  /** Whatever comes last. */
  readonly after?: Both;
}

interface Both {
  readonly markdown: string;
  readonly text: string;
}

/** A signature with its documentation. */
export function rendered(
  signature: string,
  { documentation, tags }: Documented,
  { parameter, code, after }: More = {},
): InspectionResult {
  const marked = parameter ? underlined(signature, parameter.span) : signature;
  const written = parameter && signature.slice(parameter.span.start, parameter.span.end);
  const told = parameter?.documentation.replace(/^-\s+/, "") ?? "";
  const dash = told === "" ? "" : ` — ${told}`;
  const shown = tags.map(({ name, text }) => tag(name, text));
  const markdown = [
    fence(marked),
    written === undefined ? "" : `**\`${written}\`**${dash}`,
    documentation,
    shown.map((each) => each.markdown).join("\n\n"),
    code === undefined ? "" : fence(code),
    after?.markdown ?? "",
  ];
  const text = [
    marked,
    written === undefined ? "" : written + dash,
    documentation,
    shown.map((each) => each.text).join("\n"),
    code ?? "",
    after?.text ?? "",
  ];
  return { found: true, markdown: joined(markdown), text: joined(text) };
}

/** The overload that fits the arguments, with the parameter that is being written; then the others. */
export function renderedCall({ overload, overloads, ...call }: CallInfo): InspectionResult {
  const { signature, parameter } = call;
  const more = parameter && { parameter };
  if (overloads.length < 2) return rendered(signature, call, more);
  const title = `Overload ${overload} of ${overloads.length}; the others:`;
  const list = overloads.filter((_, i) => i + 1 !== overload).join("\n");
  const after = { markdown: `${title}\n\n${fence(list)}`, text: `${title}\n${list}` };
  return rendered(signature, call, { ...more, after });
}

/** A second line that marks a part of the first. */
function underlined(signature: string, { start, end }: Span): string {
  if (signature.includes("\n")) return signature;
  return `${signature}\n${" ".repeat(start)}${"^".repeat(end - start)}`;
}

function tag(name: string, words: string): Both {
  if (name === "param" || name === "template") {
    const [, subject, told = ""] = /^(\S*)\s*(?:-\s+)?(.*)$/s.exec(words) ?? [];
    const dash = told === "" ? "" : ` — ${told}`;
    return {
      markdown: `*@${name}* \`${subject}\`${dash}`,
      text: `@${name} ${subject} ${told}`.trim(),
    };
  }
  const isCode = name === "example" && !words.includes("```") && words !== "";
  const markdown = isCode ? `*@${name}*\n\n${fence(words)}` : `*@${name}* ${words}`.trim();
  return { markdown, text: `@${name} ${words}`.trim() };
}

function fence(code: string): string {
  return `\`\`\`typescript\n${code}\n\`\`\``;
}

function joined(sections: readonly string[]): string {
  return sections.filter((section) => section !== "").join("\n\n");
}
