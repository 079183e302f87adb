import type { CheckOutcome, OutcomeStatus } from "./records.ts";

/** How a state looks: a word and a symbol carry it, colour only adds to them. */
interface Tone {
  readonly symbol: string;
  readonly word: string;
  readonly colour: string;
}

const green = "var(--jp-success-color1, #2e7d32)";
const red = "var(--jp-error-color1, #c62828)";
const orange = "var(--jp-warn-color1, #b26a00)";
const blue = "var(--jp-info-color1, #0277bd)";
const grey = "var(--jp-ui-font-color2, #616161)";

const tones: Record<CheckOutcome | OutcomeStatus | "hint" | "solution", Tone> = {
  PASS: { symbol: "✓", word: "Passed", colour: green },
  FAIL: { symbol: "✗", word: "Not yet", colour: red },
  EXCEPTION: { symbol: "⚠", word: "Error", colour: orange },
  UNATTEMPTED: { symbol: "○", word: "Not attempted", colour: grey },
  met: { symbol: "✓", word: "Reached", colour: green },
  missed: { symbol: "✗", word: "Missed", colour: red },
  pending: { symbol: "○", word: "Pending", colour: grey },
  hint: { symbol: "?", word: "Hint", colour: blue },
  solution: { symbol: "»", word: "Solution", colour: blue },
};

export interface Card {
  readonly tone: keyof typeof tones;
  readonly title: string;
  /** Shown with its line breaks; between backticks as code. */
  readonly message: string;
  /** A listing under the message. */
  readonly code?: string;
  readonly footer?: string;
}

/** The card as text and as HTML that follows JupyterLab's theme and reads well without it. */
export function cardBundle(card: Card): { "text/plain": string; "text/html": string } {
  return { "text/plain": cardText(card), "text/html": cardHtml(card) };
}

function cardText({ tone, title, message, code, footer }: Card): string {
  const { symbol, word } = tones[tone];
  return [`${symbol} ${word}: ${title}`, message, code, footer].filter(Boolean).join("\n");
}

function cardHtml({ tone, title, message, code, footer }: Card): string {
  const { symbol, word, colour } = tones[tone];
  const box =
    `border:1px solid var(--jp-border-color2, #bdbdbd);border-left:4px solid ${colour};` +
    "border-radius:2px;padding:8px 12px;margin:4px 0;max-width:72ch;" +
    "background:var(--jp-layout-color1, transparent);color:var(--jp-ui-font-color1, inherit);" +
    "font-family:var(--jp-ui-font-family, sans-serif);font-size:var(--jp-ui-font-size1, 13px)";
  const mono = "font-family:var(--jp-code-font-family, monospace);font-size:0.95em";
  return [
    `<div role="group" aria-label="${escapeHtml(`${word}: ${title}`)}" style="${box}">`,
    `<div><strong style="color:${colour}"><span aria-hidden="true">${symbol}</span> ${word}</strong>`,
    ` <span>${escapeHtml(title)}</span></div>`,
    message &&
      `<div style="white-space:pre-wrap;margin-top:4px">${inlineCode(message, mono)}</div>`,
    code &&
      `<pre style="margin:6px 0 0;overflow-x:auto;${mono}"><code>${escapeHtml(code)}</code></pre>`,
    footer &&
      `<div style="margin-top:4px;color:var(--jp-ui-font-color2, #616161)">${escapeHtml(footer)}</div>`,
    "</div>",
  ]
    .filter(Boolean)
    .join("");
}

function inlineCode(text: string, style: string): string {
  return escapeHtml(text).replace(/`([^`\n]+)`/g, `<code style="${style}">$1</code>`);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
