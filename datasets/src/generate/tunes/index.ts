import { Random, type Seed } from "../../random/index.ts";
import { wholeNumber } from "../options.ts";
import { toAbc } from "./abc.ts";
import { keys, noteOf, type Key, type Mode } from "./keys.ts";
import { chordName, eighths, melody, type Bar, type Meter } from "./melody.ts";

export type { Mode } from "./keys.ts";
export type { Meter } from "./melody.ts";

/** One note that sounds. */
export interface TuneNote {
  /** MIDI pitch; 60 is the middle C. */
  readonly pitch: number;
  /** In eighths from the beginning. */
  readonly start: number;
  /** In eighths. */
  readonly length: number;
}

/** One tune of sixteen bars. */
export interface Tune {
  readonly title: string;
  /** As ABC writes it: "G", "Em". */
  readonly key: string;
  readonly mode: Mode;
  readonly meter: Meter;
  /** Quarters a minute. */
  readonly tempo: number;
  readonly notes: readonly TuneNote[];
  /** One a bar. */
  readonly chords: readonly string[];
  /** The tune in ABC notation, which many programs show and play. */
  readonly abc: string;
}

/** Tunes, and the same as sequences of one length. */
export interface Tunes {
  readonly tunes: readonly Tune[];
  /**
   * `[count, 128]`, one number an eighth: the MIDI pitch of a note that starts, 1 while it is held,
   * 0 for a rest and after the end.
   */
  readonly sequences: Uint8Array;
  readonly shape: readonly [number, number];
  /** `[count]`: 0 major, 1 minor. */
  readonly labels: Uint8Array;
  readonly classes: readonly ["major", "minor"];
}

export interface TunesOptions {
  readonly count: number;
  readonly seed: Seed;
  /** Default all three. */
  readonly meters?: readonly Meter[];
}

const length = 128;

/**
 * Simple tunes: sixteen bars in the form AABA, in one of twelve keys, over tonic, subdominant,
 * dominant and sixth; tones of the chord on the first beat, small steps between, the tonic at the end.
 * For sequence models and for telling major from minor.
 *
 * Tune `i` depends on the seed and `i` alone.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { tunes: list, sequences, shape } = tunes({ count: 4, seed: 1 });
 * shape; // [4, 128]
 * list[0].chords.length; // 16
 * list[0].abc.split("\n")[0]; // "X:1"
 */
export function tunes(options: TunesOptions): Tunes {
  const count = wholeNumber("count", options.count, 1, 1_000_000);
  const meters = options.meters ?? (Object.keys(eighths) as Meter[]);
  for (const meter of meters)
    if (!Object.hasOwn(eighths, meter))
      throw new RangeError(`meters must be of 4/4, 3/4 and 6/8, not "${String(meter)}".`);
  if (meters.length === 0) throw new RangeError("meters must name at least one of 4/4, 3/4, 6/8.");
  const root = new Random(options.seed, "tunes");
  const sequences = new Uint8Array(count * length);
  const list = Array.from({ length: count }, (_, i) => {
    const random = root.fork(i);
    const tune = someTune(random, `Tune ${i + 1}`, random.choice(keys), random.choice(meters));
    const row = sequences.subarray(i * length, (i + 1) * length);
    for (const note of tune.notes) {
      row.fill(1, note.start, note.start + note.length);
      row[note.start] = note.pitch;
    }
    return tune;
  });
  return {
    ...{ tunes: list, sequences, shape: [count, length], classes: ["major", "minor"] },
    labels: Uint8Array.from(list, ({ mode }) => Number(mode === "minor")),
  };
}

function someTune(random: Random, title: string, key: Key, meter: Meter): Tune {
  const bars = melody(random, key, meter);
  const tempo = random.integer(18, 33) * 4;
  return {
    ...{ title, key: key.name, mode: key.mode, meter, tempo },
    notes: sounding(key, meter, bars),
    chords: bars.map(({ chord }) => chordName(key, chord)),
    abc: toAbc(title, key, meter, tempo, bars),
  };
}

function sounding(key: Key, meter: Meter, bars: readonly Bar[]): TuneNote[] {
  return bars.flatMap(({ notes }, at) => {
    let start = at * eighths[meter];
    return notes.flatMap(({ degree, raised, length: duration }) => {
      const note = { start, length: duration };
      start += duration;
      return degree === undefined ? [] : [{ pitch: noteOf(key, degree, raised).pitch, ...note }];
    });
  });
}
