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
    return text.replace(call, `$1${written(value!)}`);
  }, source);
}

/** As a person writes it: 0.000001 is 1e-6. */
function written(value: number): string {
  const text = String(value);
  const short = value.toExponential().replace("e+", "e");
  return short.length < text.length && Math.abs(value) < 1e-3 ? short : text;
}
