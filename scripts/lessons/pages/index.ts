import { notebookText } from "../notebook/build.ts";
import type { Curriculum } from "../curriculum/curriculum.ts";
import { prerequisitesPicture } from "./prerequisites.ts";
import { trackSections, type Written } from "./tables.ts";

/**
 * The pages that are made from the curriculum, by their paths: the course's index as a notebook (a
 * click on a lesson opens it in JupyterLab), the same as a page, and its picture.
 */
export function curriculumPages(curriculum: Curriculum, written: Written): Map<string, string> {
  return new Map([
    ["notebooks/index.ipynb", indexNotebook(curriculum, written)],
    ["docs/curriculum.md", curriculumPage(curriculum, written)],
    ["docs/curriculum.svg", prerequisitesPicture(curriculum, written)],
  ]);
}

function curriculumPage(curriculum: Curriculum, written: Written): string {
  return [
    "# The curriculum",
    "",
    introduction(curriculum, written),
    "",
    "![The days of the course by track, each joined to the days it needs; written days are filled](curriculum.svg)",
    "",
    ...trackSections(curriculum, { from: "docs", written }),
  ].join("\n");
}

function indexNotebook(curriculum: Curriculum, written: Written): string {
  const head = [
    "# 150 days of machine learning in TypeScript",
    "",
    introduction(curriculum, written),
  ];
  const sections = trackSections(curriculum, { from: "notebooks", written });
  const cells = [head.join("\n"), ...sections.map((section) => section.trimEnd())].map(
    (text, index) => ({
      cell_type: "markdown" as const,
      id: `index-${String(index).padStart(2, "0")}`,
      metadata: {},
      source: text.split(/(?<=\n)/u),
    }),
  );
  const kernelspec = {
    display_name: "TypeScript (Daylab)",
    language: "typescript",
    name: "daylab",
  };
  const language_info = { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" };
  return notebookText({
    cells,
    metadata: { kernelspec, language_info },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

function introduction({ tracks, lessons }: Curriculum, written: Written): string {
  return (
    `${lessons.length} days in ${tracks.length} tracks; ${written.size} lessons are written so far. ` +
    "A day needs only days before it. Seconds are measured: the whole lesson with its solutions, on two cores."
  );
}
