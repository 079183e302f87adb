/** The digraphs whose capital at the start of a word differs from the one in a word of capitals. */
const digraphs: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǅ: "ǅ",
  ǆ: "ǅ",
  Ǉ: "ǈ",
  ǈ: "ǈ",
  ǉ: "ǈ",
  Ǌ: "ǋ",
  ǋ: "ǋ",
  ǌ: "ǋ",
  Ǳ: "ǲ",
  ǲ: "ǲ",
  ǳ: "ǲ",
};

/** One character as the first of a word: "ß" becomes "Ss", not "SS". */
function first(character: string): string {
  const [head = "", ...rest] = digraphs[character] ?? character.toUpperCase();
  return head + rest.join("").toLowerCase();
}

const cased = /\p{Cased}/u;

/** The rest of a word in small letters; what stands before it decides about a final sigma. */
const small = (characters: readonly string[]): string =>
  `a${characters.join("")}`.toLowerCase().slice(1);

/** The first character a capital, all others small. */
export function capitalize(text: string): string {
  const [head = "", ...rest] = text;
  return first(head) + small(rest);
}

/** A capital after every character that is no letter, as in Python: "they're" is "They'Re". */
export function title(text: string): string {
  let out = "";
  let word: string[] = [];
  const finish = (): void => {
    const [head = "", ...rest] = word;
    out += first(head) + small(rest);
    word = [];
  };
  for (const character of text) {
    if (cased.test(character)) word.push(character);
    else {
      finish();
      out += character;
    }
  }
  finish();
  return out;
}

/** Capitals small and small letters capital. */
export const swapCase = (text: string): string =>
  text.replace(/[\p{Uppercase}\p{Lowercase}]/gu, (character, at: number) => {
    if (!/\p{Uppercase}/u.test(character)) return character.toUpperCase();
    return character === "Σ" && endsWord(text, at) ? "ς" : character.toLowerCase();
  });

/** Whether letters stand before a position of a text, and none after it. */
const endsWord = (text: string, at: number): boolean =>
  /\p{Cased}\p{Case_Ignorable}*$/u.test(text.slice(0, at)) &&
  !/^\p{Case_Ignorable}*\p{Cased}/u.test(text.slice(at + 1));

/** For comparing without regard to case: beyond small letters, "ß" becomes "ss". */
export const caseFold = (text: string): string =>
  text.replace(/\p{Cased}/gu, (character) =>
    character === "ı" ? character : character.toUpperCase().toLowerCase(),
  );
