/** What the learner reads: data first, words last. */
export { say, type Message } from "./messages.ts";
export { english, type Translator } from "./translator.ts";
