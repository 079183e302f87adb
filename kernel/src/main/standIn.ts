import { inspect } from "node:util";
import type { DisplayData } from "../display/types.ts";

export async function toDisplayData(value: unknown): Promise<DisplayData | undefined> {
  if (value === undefined) return undefined;
  return { data: { "text/plain": inspect(value) }, metadata: {} };
}

export interface ApiSink {
  display(output: DisplayData, options?: { displayId?: string; update?: boolean }): void;
  clearOutput(wait: boolean): void;
}

export function installApi(sink: ApiSink): void {
  const display = async (value: unknown) => {
    const shown = await toDisplayData(value);
    if (shown) sink.display(shown);
  };
  Object.assign(globalThis, { display });
}
