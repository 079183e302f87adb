import { fromByteCharacters } from "../byte-level.ts";
import { patternOf } from "./normalizers.ts";
import { type DecoderPart, unknownPart } from "./types.ts";

/** Tokens into the parts of a text, which are then joined. */
export type Decode = (tokens: readonly string[]) => string[];

/** What a word-piece model's text looks like when its pieces were joined by spaces. */
const cleanups: readonly (readonly [string, string])[] = [
  [" .", "."],
  [" ?", "?"],
  [" !", "!"],
  [" ,", ","],
  [" ' ", "'"],
  [" n't", "n't"],
  [" 'm", "'m"],
  [" do not", " don't"],
  [" 's", "'s"],
  [" 've", "'ve"],
  [" 're", "'re"],
];

function wordPiece(prefix: string, cleanup: boolean): Decode {
  return (tokens) =>
    tokens.map((token, i) => {
      const isContinued = i > 0 && token.startsWith(prefix);
      const made = isContinued ? token.slice(prefix.length) : i > 0 ? ` ${token}` : token;
      return cleanup
        ? cleanups.reduce((text, [from, to]) => text.replaceAll(from, to), made)
        : made;
    });
}

function byteFallback(tokens: readonly string[]): string[] {
  const made: string[] = [];
  let bytes: number[] = [];
  const flush = (): void => {
    if (bytes.length === 0) return;
    try {
      made.push(
        new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes)),
      );
    } catch {
      made.push(...bytes.map(() => "\ufffd"));
    }
    bytes = [];
  };
  for (const token of tokens) {
    const [, code] = /^<0x([\dA-Fa-f]{2})>$/u.exec(token) ?? [];
    if (code === undefined) {
      flush();
      made.push(token);
    } else bytes.push(Number.parseInt(code, 16));
  }
  flush();
  return made;
}

function strip(content: string, start: number, stop: number): Decode {
  return (tokens) =>
    tokens.map((token) => {
      const letters = [...token];
      let from = 0;
      while (from < start && letters[from] === content) from += 1;
      let to = letters.length;
      while (letters.length - to < stop && to > from && letters[to - 1] === content) to -= 1;
      return letters.slice(from, to).join("");
    });
}

/** What a decoder does. @throws RangeError for a type that is not known */
export function decoderOf(part: DecoderPart | null | undefined): Decode {
  if (part === null || part === undefined)
    return (tokens) => tokens.map((token, i) => (i > 0 ? ` ${token}` : token));
  switch (part.type) {
    case "ByteLevel":
      return (tokens) => [fromByteCharacters(tokens)];
    case "ByteFallback":
      return byteFallback;
    case "Fuse":
      return (tokens) => [tokens.join("")];
    case "WordPiece":
      return wordPiece(part.prefix, part.cleanup);
    case "Metaspace": {
      const drops = (part.prepend_scheme ?? "always") !== "never";
      return (tokens) =>
        tokens.map((token, i) => token.replaceAll(part.replacement, i === 0 && drops ? "" : " "));
    }
    case "BPEDecoder":
      return (tokens) =>
        tokens.map((token, i) => token.replaceAll(part.suffix, i === tokens.length - 1 ? "" : " "));
    case "Replace": {
      const pattern = patternOf(part.pattern);
      return (tokens) => tokens.map((token) => token.replace(pattern, () => part.content));
    }
    case "Strip":
      return strip(part.content, part.start, part.stop);
    case "Sequence": {
      const steps = part.decoders.map(decoderOf);
      return (tokens) => steps.reduce((before, step) => step(before), [...tokens]);
    }
    default:
      throw unknownPart("decoder", (part as { type: unknown }).type, [
        "ByteLevel, ByteFallback, Fuse, WordPiece, Metaspace, BPEDecoder, Replace, Strip, Sequence",
      ]);
  }
}
