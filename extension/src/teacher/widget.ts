import type { Contents } from "@jupyterlab/services";
import type { Message } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { exercisesCsv, learnersCsv, teacherReport } from "../core/index.ts";
import type { Curriculum, Translator } from "../core/index.ts";
import { button, element, labelled } from "../ui/element.ts";
import { download } from "../ui/files.ts";
import { readFolder, type FolderRead } from "./read-folder.ts";
import { exerciseTable, learnerTable } from "./tables.ts";

export interface TeacherHost {
  readonly contents: Pick<Contents.IManager, "get">;
  readonly curriculum: Curriculum | undefined;
  readonly trans: Translator;
  readonly language: string;
  /** Where the learners' files may be. */
  readonly folder: string;
}

/** A class from its progress files: who is where, what is hard. Nothing is written. */
export class TeacherWidget extends Widget {
  readonly #host: TeacherHost;
  readonly #path = element("input", { type: "text", spellcheck: "false" });
  readonly #status = element("p", { role: "status" });
  readonly #result = element("div");
  #reading = 0;

  constructor(host: TeacherHost) {
    super();
    this.#host = host;
    const { trans } = host;
    this.#path.value = host.folder;
    const form = element(
      "form",
      { class: "daylab-Row" },
      labelled(trans.__("Folder with the learners' progress files"), this.#path),
      element(
        "button",
        { type: "submit", class: "daylab-Button daylab-mod-main" },
        trans.__("Open"),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.open(this.#path.value.trim());
    });
    const title = element("h2", {}, trans.__("Class overview"));
    const view = element("div", { class: "daylab-Teacher daylab-View" }, title, form);
    view.append(this.#status, this.#result);
    this.node.append(view);
    this.node.tabIndex = -1;
  }

  /** Reads a folder and shows the class that is in it. */
  async open(path: string): Promise<void> {
    const { contents, trans } = this.#host;
    const reading = ++this.#reading;
    this.#path.value = path;
    this.#status.textContent = trans.__("Reading %1 …", path);
    this.#result.replaceChildren();
    try {
      const read = await readFolder(contents, path, trans);
      if (reading === this.#reading && !this.isDisposed) this.#show(read, path);
    } catch (error) {
      if (reading !== this.#reading) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#status.textContent = trans.__("%1 could not be read: %2", path, reason);
    }
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.#path.focus();
  }

  #show({ documents, files, problems }: FolderRead, path: string): void {
    const { trans, language } = this.#host;
    const curriculum = this.#host.curriculum ?? { version: 1, tracks: [], lessons: [] };
    const report = teacherReport(curriculum, documents);
    this.#status.textContent = trans._n(
      "%1 file in %2: %3 learners",
      "%1 files in %2: %3 learners",
      files,
      path,
      report.learners.length,
    );
    const notes = problems.map((words) => element("li", {}, words));
    this.#result.replaceChildren(
      ...(this.#host.curriculum
        ? []
        : [element("p", {}, trans.__("No curriculum was found, so nothing says where they are."))]),
      ...(notes.length > 0 ? [element("ul", { class: "daylab-Notices" }, ...notes)] : []),
    );
    if (report.learners.length === 0) return;
    const save = (name: string, text: string) => () => download(name, "text/csv", text);
    this.#result.append(
      learnerTable(report, curriculum, language, trans),
      button(trans.__("Export learners as CSV"), save("learners.csv", learnersCsv(report, trans))),
    );
    if (report.exercises.length === 0) return;
    this.#result.append(
      exerciseTable(report, trans),
      button(
        trans.__("Export exercises as CSV"),
        save("exercises.csv", exercisesCsv(report, trans)),
      ),
    );
  }
}
