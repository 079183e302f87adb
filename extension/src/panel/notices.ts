import { say, type Message, type ProgressStore, type Translator } from "../core/index.ts";

/** What the store has to say: trouble that lasts, and notices that can be put away. */
export class Notices {
  readonly node = document.createElement("div");
  #shown = "";

  constructor() {
    this.node.className = "daylab-Progress-notices";
    this.node.setAttribute("role", "status");
  }

  show(store: ProgressStore, trans: Translator): void {
    const { trouble, notices } = store.state;
    const all = [...(trouble ? [trouble] : []), ...notices];
    const text = JSON.stringify([trouble, notices]);
    if (text === this.#shown) return;
    this.#shown = text;
    this.node.replaceChildren(
      ...all.map((message) => notice(message, message === trouble, store, trans)),
    );
  }
}

function notice(
  message: Message,
  lasting: boolean,
  store: ProgressStore,
  trans: Translator,
): HTMLElement {
  const box = document.createElement("div");
  box.className = "daylab-Progress-notice";
  const words = document.createElement("p");
  words.textContent = say(message, trans);
  box.append(words);
  const button = (label: string, act: () => void): void => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "jp-mod-styled jp-mod-minimal";
    element.textContent = label;
    element.addEventListener("click", act);
    box.append(element);
  };
  if (message.key === "copy-found") {
    button(trans.__("Restore"), () => {
      store.dismiss(message);
      void store.restoreCopy();
    });
  }
  if (lasting) button(trans.__("Try again"), () => void store.sync());
  else button(trans.__("Dismiss"), () => store.dismiss(message));
  return box;
}
