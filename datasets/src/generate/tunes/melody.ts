import type { Random } from "../../random/index.ts";
import { noteOf, type Key } from "./keys.ts";

export type Meter = "4/4" | "3/4" | "6/8";

/** Eighths in a bar. */
export const eighths: Readonly<Record<Meter, number>> = { "4/4": 8, "3/4": 6, "6/8": 6 };

/** How bars are divided, in eighths. */
const rhythms: Readonly<Record<Meter, readonly (readonly number[])[]>> = {
  "4/4": [
    [2, 2, 2, 2],
    [2, 2, 1, 1, 2],
    [3, 1, 2, 2],
    [1, 1, 1, 1, 2, 2],
    [4, 2, 2],
    [2, 1, 1, 2, 1, 1],
  ],
  "3/4": [
    [2, 2, 2],
    [4, 2],
    [2, 1, 1, 2],
    [3, 1, 2],
    [2, 2, 1, 1],
  ],
  "6/8": [
    [1, 1, 1, 1, 1, 1],
    [2, 1, 2, 1],
    [3, 1, 1, 1],
    [2, 1, 3],
    [1, 1, 1, 3],
  ],
};

/** Chords by their root's degree: tonic, subdominant, dominant and the sixth. */
const [tonic, subdominant, dominant, sixth] = [0, 3, 4, 5];

/** A note of a bar; without a degree it is a rest. */
export interface BarNote {
  readonly degree: number | undefined;
  readonly raised: boolean;
  /** In eighths. */
  readonly length: number;
}

export interface Bar {
  /** Degree of the chord's root. */
  readonly chord: number;
  readonly notes: readonly BarNote[];
}

/** Sixteen bars in the form AABA; the last phrase comes to rest on the tonic. */
export function melody(random: Random, key: Key, meter: Meter): Bar[] {
  const close = [random.choice([subdominant, dominant]), tonic];
  const a = phrase(random, key, meter, [tonic, random.choice([subdominant, sixth]), ...close], 0);
  const b = phrase(
    ...([random, key, meter] as const),
    [random.choice([subdominant, sixth]), tonic, random.choice([subdominant, sixth]), dominant],
    random.choice([2, 4]),
  );
  const end = bar(random, key, meter, dominant, a[1].notes.at(-1)?.degree ?? 0);
  const last: Bar = {
    chord: tonic,
    notes: [{ degree: 0, raised: false, length: eighths[meter] }],
  };
  return [...a, ...a, ...b, a[0], a[1], end, last];
}

function phrase(
  random: Random,
  key: Key,
  meter: Meter,
  chords: readonly number[],
  from: number,
): Bar[] {
  const bars: Bar[] = [];
  let degree = from;
  for (const chord of chords) {
    bars.push(bar(random, key, meter, chord, degree));
    degree = bars.at(-1)?.notes.findLast((note) => note.degree !== undefined)?.degree ?? degree;
  }
  return bars;
}

/** One bar: a tone of the chord on the beat, small steps after it, now and then a rest at the end. */
function bar(random: Random, key: Key, meter: Meter, chord: number, from: number): Bar {
  const lengths = random.choice(rhythms[meter]);
  let degree = nearestTone(from + random.integer(-1, 2), chord);
  const notes = lengths.map((length, i): BarNote => {
    if (i > 0) degree += random.choice([-1, 1, -1, 1, -1, 1, 0, -2, 2]);
    if (degree < -3) degree += 3;
    if (degree > 9) degree -= 3;
    if (i > 0 && i === lengths.length - 1 && random.uniform() < 0.1)
      return { degree: undefined, raised: false, length };
    // In minor the seventh leads to the tonic where the dominant sounds.
    const raised = key.mode === "minor" && chord === dominant && (degree + 7) % 7 === 6;
    return { degree, raised, length };
  });
  return { chord, notes };
}

function nearestTone(degree: number, chord: number): number {
  for (let away = 0; ; away++)
    for (const tone of [degree + away, degree - away])
      if ([0, 2, 4].includes((((tone - chord) % 7) + 7) % 7)) return tone;
}

/** Names of chords over a bar, as ABC writes them. */
export function chordName(key: Key, root: number): string {
  const { letter, signed } = noteOf(key, root, false);
  const name = "CDEFGAB"[letter] + (signed > 0 ? "#" : signed < 0 ? "b" : "");
  const isMinor = key.mode === "major" ? root === sixth : root === tonic || root === subdominant;
  return isMinor ? `${name}m` : name;
}
