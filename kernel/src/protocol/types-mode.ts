import type { TypesMode } from "../language/types.ts";

const modes: readonly TypesMode[] = ["off", "warn", "strict"];

export function isTypesMode(text: unknown): text is TypesMode {
  return modes.includes(text as TypesMode);
}

/** The mode that a cell asks for by a line of its own, `// @daylab types: strict`, if it does. */
export function typesModeOf(code: string): TypesMode | undefined {
  const asked = /^[ \t]*\/\/[ \t]*@daylab[ \t]+types:[ \t]*(\w+)[ \t]*$/m.exec(code)?.[1];
  return isTypesMode(asked) ? asked : undefined;
}
