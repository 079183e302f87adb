import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { Widget } from "@lumino/widgets";
import { asCheckRecord, asOutcomeRecord, checkMimeType, outcomeMimeType } from "../core/index.ts";
import { translatorOf } from "../language/index.ts";
import { askForHelp } from "../help/help.ts";
import { button, element } from "../ui/element.ts";
import { checkCard, outcomeCard, type Card, type CardHelp } from "./card.ts";

export const cardMimeTypes = [checkMimeType, outcomeMimeType];

/** A check or an outcome in an output. */
export class CardRenderer extends Widget implements IRenderMime.IRenderer {
  readonly #options: IRenderMime.IRendererOptions;

  constructor(options: IRenderMime.IRendererOptions) {
    super();
    this.#options = options;
    this.addClass("daylab-Card-output");
  }

  /** Shows the record as a card; what is no record is shown as the HTML or text that came with it. */
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const { mimeType, sanitizer, translator } = this.#options;
    const trans = translatorOf(translator);
    const value = model.data[mimeType];
    const check = mimeType === checkMimeType ? asCheckRecord(value) : undefined;
    const outcome = mimeType === outcomeMimeType ? asOutcomeRecord(value) : undefined;
    if (check) return this.node.replaceChildren(cardElement(checkCard(check, trans)));
    if (outcome) return this.node.replaceChildren(cardElement(outcomeCard(outcome, trans)));
    const { "text/html": html, "text/plain": text } = model.data;
    if (typeof html === "string") this.node.innerHTML = sanitizer.sanitize(html);
    else this.node.replaceChildren(element("pre", {}, typeof text === "string" ? text : ""));
  }
}

export function cardElement({
  tone,
  symbol,
  word,
  title,
  message,
  code,
  notes,
  help = [],
}: Card): HTMLElement {
  return element(
    "div",
    { class: `daylab-Card daylab-mod-${tone}`, role: "group", "aria-label": `${word}: ${title}` },
    element(
      "div",
      {},
      element(
        "strong",
        { class: "daylab-Card-state" },
        element("span", { "aria-hidden": "true" }, symbol),
        ` ${word}`,
      ),
      " ",
      element("span", { class: "daylab-Card-title" }, title),
    ),
    message === "" ? undefined : withCode("daylab-Card-message", message),
    // A listing that is wider than the card scrolls, also by the keyboard.
    code === undefined
      ? undefined
      : element("pre", { class: "daylab-Card-code", tabindex: 0 }, element("code", {}, code)),
    ...notes.map((note) => withCode("daylab-Card-note", note)),
    help.length === 0
      ? undefined
      : element("div", { class: "daylab-Card-help" }, ...help.map((each) => helpButton(each))),
  );
}

function helpButton({ label, ...help }: CardHelp): HTMLElement {
  const made: HTMLElement = button(label, () => askForHelp(made, help));
  return made;
}

function withCode(name: string, text: string): HTMLElement {
  const pieces = text.split(/`([^`\n]+)`/);
  return element(
    "div",
    { class: name },
    ...pieces.map((piece, i) => (i % 2 === 1 ? element("code", {}, piece) : piece)),
  );
}
