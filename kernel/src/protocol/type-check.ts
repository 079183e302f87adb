import type { CellError } from "../errors/types.ts";
import { diagnosticFrame, typeScriptError } from "./diagnostics.ts";
import type { LazyLanguage } from "./language.ts";

/** What strict mode has against a cell, if anything; also that the checker itself failed. */
export async function typeErrorOf(
  code: string,
  language: LazyLanguage,
): Promise<CellError | undefined> {
  try {
    return typeScriptError(await language.ask((thread) => thread.check(code)), code);
  } catch (error) {
    const evalue = `The type checker failed: ${(error as Error).message}`;
    return { ename: "TypeScriptError", evalue, traceback: [evalue] };
  }
}

/** Who was told that there will be no more findings. */
const told = new WeakSet<LazyLanguage>();

/** All findings as text to print under the cell; none where the checker failed, which is said once. */
export async function warningsOf(
  code: string,
  language: LazyLanguage,
): Promise<string | undefined> {
  try {
    const findings = await language.ask((thread) => thread.check(code));
    if (findings.length === 0) return undefined;
    return `${findings.map((finding) => diagnosticFrame(finding, code)).join("\n")}\n`;
  } catch (error) {
    if ((error as Error).name !== "LanguageOff" || told.has(language)) return undefined;
    told.add(language);
    return `${(error as Error).message}\n`;
  }
}
