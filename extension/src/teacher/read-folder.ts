import type { Contents } from "@jupyterlab/services";
import { inWords, readBundle } from "../core/index.ts";
import type { ProgressDocument, Translator } from "../core/index.ts";

export interface FolderRead {
  readonly documents: readonly ProgressDocument[];
  /** How many files were read. */
  readonly files: number;
  /** What could not be read, in words; what of it could be is in `documents`. */
  readonly problems: readonly string[];
}

/** Reads every `.json` file of a folder, each a learner's progress or an export of everything. */
export async function readFolder(
  contents: Pick<Contents.IManager, "get">,
  path: string,
  trans: Translator,
): Promise<FolderRead> {
  const folder = await contents.get(path);
  if (folder.type !== "directory") throw new Error(trans.__("%1 is no folder.", path));
  const models = (folder.content as readonly Contents.IModel[]).filter(
    (each) => each.type !== "directory" && each.name.endsWith(".json"),
  );
  const documents: ProgressDocument[] = [];
  const problems: string[] = [];
  for (const { path: file, name } of models) {
    try {
      const model = await contents.get(file, { type: "file", format: "text", content: true });
      const read = readBundle(String(model.content));
      if (read.state === "corrupt") {
        problems.push(`${name}: ${read.problems.map(inWords).join("; ")}`);
        continue;
      }
      for (const each of read.documents) {
        documents.push(each.document);
        if (each.state === "newer") {
          problems.push(trans.__("%1 is from a newer version (schema %2).", name, each.schema));
        } else if (each.state === "corrupt") {
          const [first] = each.problems;
          problems.push(trans.__("%1 could not be read whole: %2", name, inWords(first)));
        }
      }
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { documents, files: models.length, problems };
}
