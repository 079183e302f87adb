/** Major or harmonic minor. */
export type Mode = "major" | "minor";

/** A key: its name, where its tonic lies, and which letters are raised or lowered. */
export interface Key {
  /** As ABC writes it: "G", "Bb", "Em". */
  readonly name: string;
  readonly mode: Mode;
  /** MIDI pitch of the tonic near the middle of the staff. */
  readonly tonic: number;
  /** Letter of the tonic, 0 for C to 6 for B. */
  readonly letter: number;
}

const key = (name: string, mode: Mode, tonic: number, letter: number): Key => ({
  ...{ name, mode, tonic, letter },
});

/** Keys that beginners on a fiddle or a piano meet. */
export const keys: readonly Key[] = [
  ...[key("C", "major", 60, 0), key("G", "major", 67, 4), key("D", "major", 62, 1)],
  ...[key("A", "major", 69, 5), key("F", "major", 65, 3), key("Bb", "major", 70, 6)],
  ...[key("Am", "minor", 69, 5), key("Em", "minor", 64, 2), key("Dm", "minor", 62, 1)],
  ...[key("Gm", "minor", 67, 4), key("Bm", "minor", 71, 6), key("Cm", "minor", 60, 0)],
];

const steps: Readonly<Record<Mode, readonly number[]>> = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
};
const naturals = [0, 2, 4, 5, 7, 9, 11];

/** A degree of the scale (0 the tonic, 7 an octave above), perhaps raised, as pitch and as written. */
export function noteOf(key: Key, degree: number, raised: boolean) {
  const octave = Math.floor(degree / 7);
  const inScale = key.tonic + 12 * octave + steps[key.mode][degree - 7 * octave];
  // Letters count on from the tonic's; C begins a new octave of names.
  const named = key.letter + degree;
  const letter = ((named % 7) + 7) % 7;
  const nameOctave = Math.floor(key.tonic / 12) + Math.floor(named / 7);
  const natural = 12 * nameOctave + naturals[letter];
  return {
    pitch: inScale + Number(raised),
    /** Semitones from the natural letter, and what the key signature says of it. */
    ...{ letter, nameOctave, alter: inScale + Number(raised) - natural, signed: inScale - natural },
  };
}

export type WrittenNote = ReturnType<typeof noteOf>;
