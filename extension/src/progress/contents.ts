import type { Contents as LabContents } from "@jupyterlab/services";
import type { Contents, FileContent } from "../core/index.ts";

type Manager = Pick<LabContents.IManager, "get" | "save" | "rename">;

/**
 * Asks for a file's hash. JupyterLab 4.0 hands an option on as it is, and the server takes "1"
 * where it refuses "true".
 */
const hash = "1" as unknown as true;

/** JupyterLab's contents manager as the store's files. Its errors carry `response.status`. */
export class LabFiles implements Contents {
  readonly #manager: Manager;

  constructor(manager: Manager) {
    this.#manager = manager;
  }

  async get(path: string): Promise<FileContent> {
    const model = await this.#manager.get(path, {
      ...{ type: "file", format: "text", content: true, hash },
    });
    return {
      ...{ text: String(model.content), writable: model.writable !== false },
      ...(model.hash && { hash: model.hash }),
    };
  }

  async hash(path: string): Promise<string | undefined> {
    const model = await this.#manager.get(path, { content: false, hash });
    return model.hash || undefined;
  }

  async save(path: string, text: string): Promise<void> {
    try {
      await this.#manager.save(path, { type: "file", format: "text", content: text });
    } catch (error) {
      // A missing folder is a 500 whose text is the system's; the store makes folders on a 404.
      if (statusOf(error) === 500) await this.#manager.get(folderOf(path), { content: false });
      throw error;
    }
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#manager.rename(from, to);
  }

  async list(folder: string): Promise<readonly string[]> {
    const model = await this.#manager.get(folder, { type: "directory", content: true });
    return (model.content as readonly LabContents.IModel[])
      .filter((each) => each.type !== "directory")
      .map((each) => each.name);
  }

  async makeFolder(folder: string): Promise<void> {
    const names = folder.split("/").filter(Boolean);
    for (let depth = 1; depth <= names.length; depth++) {
      const path = names.slice(0, depth).join("/");
      if (!(await this.has(path))) await this.#manager.save(path, { type: "directory" });
    }
  }

  /** Whether there is a file or a folder. Any answer but 404 that is not yes is an error. */
  async has(path: string): Promise<boolean> {
    try {
      await this.#manager.get(path, { content: false });
      return true;
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }
}

export function statusOf(error: unknown): number | undefined {
  return (error as { response?: { status?: number } }).response?.status;
}

/** "" where the path is in the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export function joined(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split("/"))
    .filter(Boolean)
    .join("/");
}
