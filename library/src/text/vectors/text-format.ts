const broken = (line: number, why: string): SyntaxError =>
  new SyntaxError(
    `These are no word vectors: line ${line} ${why}. A line is a word and its numbers, with one space between.`,
  );

/** Reads word2vec's and GloVe's text format. */
export function readWordVectors(text: string): {
  words: string[];
  data: Float32Array;
  size: number;
} {
  const lines = text.replace(/^\ufeff/u, "").split(/\r?\n/u);
  while (lines.at(-1)?.trim() === "") lines.pop();
  if (lines.length === 0) throw broken(1, "is empty");
  const header = /^(\d+) (\d+) *$/u.exec(lines[0]);
  // A word and one number look like a header too; the second line tells.
  const hasHeader =
    header !== null &&
    (lines.length === 1 || lines[1].trimEnd().split(" ").length !== 2 || header[2] === "1");
  const rows = hasHeader ? lines.slice(1) : lines;
  const first = hasHeader ? 2 : 1;
  const size = hasHeader ? Number(header[2]) : lines[0].trimEnd().split(" ").length - 1;
  if (size < 1) throw broken(1, `has no numbers after ${JSON.stringify(lines[0].slice(0, 40))}`);
  if (hasHeader && Number(header[1]) !== rows.length)
    throw broken(1, `says that there are ${header[1]} words, but ${rows.length} follow`);
  const words: string[] = [];
  const seen = new Set<string>();
  const data = new Float32Array(rows.length * size);
  rows.forEach((row, i) => {
    const parts = row.trimEnd().split(" ");
    // Some published files hold words with spaces: the numbers are the last ones.
    const numbers = parts.splice(Math.max(1, parts.length - size));
    const word = parts.join(" ");
    if (numbers.length !== size)
      throw broken(first + i, `has ${numbers.length} numbers, not ${size}`);
    if (seen.has(word)) throw broken(first + i, `has the word ${JSON.stringify(word)} again`);
    numbers.forEach((number, j) => {
      const value = number === "" ? NaN : Number(number);
      if (!Number.isFinite(value))
        throw broken(first + i, `has ${JSON.stringify(number)} in place of a number`);
      data[i * size + j] = value;
    });
    seen.add(word);
    words.push(word);
  });
  return { words, data, size };
}
