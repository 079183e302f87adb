import type { Curriculum, CurriculumLesson } from "../curriculum/curriculum.ts";

/** The Markdown above the author's own first words: the title and the table of facts. */
export function headerLines(
  lesson: CurriculumLesson,
  curriculum: Curriculum,
  minutes: number,
): string[] {
  const track = curriculum.tracks.find((each) => each.id === lesson.track)!;
  const needs = lesson.prerequisites.map((id) => {
    const other = curriculum.lessons.find((each) => each.id === id)!;
    return `Day ${other.day} (${other.title})`;
  });
  const row = (name: string, value: string): string =>
    `| **${name}** | ${value.replaceAll("|", "\\|")} |`;
  return [
    `# Day ${lesson.day} · ${lesson.title}`,
    "",
    `| Day | ${lesson.day} of ${curriculum.lessons.length} |`,
    "|:---|:---|",
    row("Track", track.title),
    row("Needs", needs.join(", ") || "nothing: start here"),
    row("To read", `${minutes} minutes, and your own thinking`),
    row("To run", runTime(lesson.seconds)),
    row("Data", lesson.data),
    row("You reach", lesson.outcome),
  ];
}

function runTime(seconds: number | undefined): string {
  return seconds === undefined ? "under 60 s" : `${seconds} s, measured on 2 cores without a GPU`;
}
