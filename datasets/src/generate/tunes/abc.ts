import { noteOf, type Key, type WrittenNote } from "./keys.ts";
import { chordName, type Bar, type Meter } from "./melody.ts";

/**
 * A tune in ABC notation, four bars a line.
 *
 * Source: the ABC music standard 2.1 (2011), where an accidental holds to the end of its bar.
 */
export function toAbc(
  title: string,
  key: Key,
  meter: Meter,
  tempo: number,
  bars: readonly Bar[],
): string {
  const written = bars.map((bar) => `"${chordName(key, bar.chord)}"${barOf(key, bar)}`);
  const lines = [0, 4, 8, 12].map((at) => `${written.slice(at, at + 4).join(" | ")} |`);
  return [
    ...["X:1", `T:${title}`, `M:${meter}`, "L:1/8", `Q:1/4=${tempo}`, `K:${key.name}`],
    ...lines.map((line, i) => (i === 3 ? `${line}]` : line)),
    "",
  ].join("\n");
}

function barOf(key: Key, { notes }: Bar): string {
  const held = new Map<string, number>();
  return notes
    .map(({ degree, raised, length }) => {
      const duration = length === 1 ? "" : String(length);
      if (degree === undefined) return `z${duration}`;
      const note = noteOf(key, degree, raised);
      const name = nameOf(note);
      const now = held.get(name) ?? note.signed;
      held.set(name, note.alter);
      // Readers differ in whether an accidental holds, so it is written each time.
      const plain = now === note.alter && note.signed === note.alter;
      return (plain ? "" : "_=^"[note.alter + 1]) + name + duration;
    })
    .join("");
}

/** `C` is the middle C's octave (MIDI 60), `c` the one above. */
function nameOf({ letter, nameOctave }: WrittenNote): string {
  const name = "CDEFGAB"[letter];
  if (nameOctave <= 5) return name + ",".repeat(5 - nameOctave);
  return name.toLowerCase() + "'".repeat(nameOctave - 6);
}
