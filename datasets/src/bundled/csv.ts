/**
 * The records of a CSV text, header first, as texts. Fields may be quoted (RFC 4180).
 *
 * @param separator what stands between two fields (default a comma)
 * @throws SyntaxError with the line where a quote is left open or a record has too many or too few fields
 */
export function parseCsv(text: string, separator = ","): string[][] {
  const records: string[][] = [];
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let at = 0;
  while (at < source.length) {
    const record: string[] = [];
    let more = true;
    while (more) {
      const field =
        source[at] === '"' ? quotedField(source, at) : plainField(source, at, separator);
      record.push(field.value);
      at = field.end;
      more = source[at] === separator;
      if (more) at++;
    }
    if (source[at] === "\r") at++;
    if (at < source.length && source[at] !== "\n")
      throw new SyntaxError(`Line ${lineOf(source, at)}: text after a closing quote.`);
    at++;
    const expected = records[0]?.length ?? record.length;
    if (record.length !== expected)
      throw new SyntaxError(
        `Line ${lineOf(source, at - 1)}: ${record.length} fields where the header has ${expected}.`,
      );
    records.push(record);
  }
  return records;
}

interface Field {
  readonly value: string;
  /** Position after the field. */
  readonly end: number;
}

function plainField(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && !"\r\n".includes(text[end])) end++;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number): Field {
  let value = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new SyntaxError(`Line ${lineOf(text, start)}: a quote is never closed.`);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}
