import type { ISettingRegistry } from "@jupyterlab/settingregistry";
import { isWriter } from "../core/records/index.ts";
import { joined } from "./contents.ts";

/** What the learner may choose; see `schema/progress.json`. */
export interface Settings {
  /** "": look for it. */
  readonly curriculumFolder: string;
  readonly progressFolder: string;
  readonly fallbackFolder: string;
  readonly workFolder: string;
  /** "": a name made for this browser. */
  readonly writer: string;
  readonly name: string;
  readonly trackTime: boolean;
}

const defaults: Settings = {
  curriculumFolder: "",
  progressFolder: "progress",
  fallbackFolder: "work/progress",
  workFolder: "work",
  writer: "",
  name: "",
  trackTime: true,
};

export function settingsOf(composite: Readonly<Record<string, unknown>>): Settings {
  const text = (key: keyof Settings): string => {
    const value = composite[key];
    return typeof value === "string" ? value.trim() : String(defaults[key]);
  };
  const folder = (key: keyof Settings): string => joined(text(key)) || String(defaults[key]);
  const writer = text("writer");
  return {
    curriculumFolder: text("curriculumFolder"),
    progressFolder: folder("progressFolder"),
    fallbackFolder: folder("fallbackFolder"),
    workFolder: folder("workFolder"),
    writer: isWriter(writer) ? writer : "",
    name: text("name"),
    trackTime: composite["trackTime"] !== false,
  };
}

/** The defaults where there is no registry, or none that answers. */
export async function readSettings(
  registry: ISettingRegistry | null,
  plugin: string,
): Promise<Settings> {
  try {
    return settingsOf((await registry?.load(plugin))?.composite ?? {});
  } catch {
    return defaults;
  }
}
