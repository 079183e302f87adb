/** Both are functions of a lesson in the kernel. */
export type Verb = "hint" | "solution";

/** What a card or a line of the panel asks for. */
export interface Help {
  readonly verb: Verb;
  readonly lesson: string;
  readonly exercise: string;
}

const eventType = "daylab-help";

/**
 * Cards stand in outputs and know no notebook, so they call up through the page. An event of our own
 * cannot come from HTML that somebody put into an output.
 */
export function askForHelp(from: EventTarget, help: Help): void {
  from.dispatchEvent(new CustomEvent<Help>(eventType, { bubbles: true, detail: help }));
}

export function onHelpAsked(listener: (help: Help, at: Node) => void): void {
  // The style sheet shows the buttons where somebody hears them.
  document.body.dataset["daylabHelp"] = "";
  document.body.addEventListener(eventType, (event) => {
    listener((event as CustomEvent<Help>).detail, event.target as Node);
  });
}
