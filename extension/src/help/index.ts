/** Hints and solutions at the press of a button, taken from the kernel like `hint("id")` in a cell. */
export { addHelp, helpCommands } from "./commands.ts";
