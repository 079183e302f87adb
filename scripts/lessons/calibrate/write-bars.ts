import type { Curriculum, OutcomeBound } from "../curriculum/curriculum.ts";
import type { Calibrated } from "./bar.ts";

/** The curriculum with these bars and the measured seconds of one lesson. */
export function withBars(
  curriculum: Curriculum,
  id: string,
  outcomes: readonly Calibrated[],
  seconds: number,
): Curriculum {
  const lessons = curriculum.lessons.map((lesson) =>
    lesson.id === id ? { ...lesson, outcomes, seconds: Math.ceil(seconds) } : lesson,
  );
  return { ...curriculum, lessons };
}

/**
 * A lesson's source with these bars in its `outcome(…)` calls.
 *
 * @throws Error where a call's bar is not written as a number
 */
export function sourceWithBars(source: string, bars: readonly OutcomeBound[]): string {
  return bars.reduce((text, { metric, atLeast, atMost, equals }) => {
    const bounds = Object.entries({ atLeast, atMost, equals });
    const [name, value] = bounds.find(([, each]) => each !== undefined)!;
    const quoted = metric.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const call = new RegExp(
      `(outcome\\(\\s*"${quoted}"[^;]*?\\b${name}:\\s*)(-?[\\d._]+(?:e-?\\d+)?)`,
    );
    if (!call.test(text))
      throw new Error(`The source has no outcome("${metric}", …, { ${name}: number }).`);
    return text.replace(call, `$1${value}`);
  }, source);
}
