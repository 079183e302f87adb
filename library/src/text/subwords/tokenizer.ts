import { readFileSync, writeFileSync } from "node:fs";
import { checkOptions, checkText, checkTexts, greatest } from "../checks/index.ts";
import { AddedTokenFinder } from "./added-tokens.ts";
import { type Aligned, endOf, startOf } from "./aligned.ts";
import { toByteCharacters } from "./byte-level.ts";
import type { Encoding, EncodingBuilder, TokenRun } from "./encoding.ts";
import { type Model, modelOf, type PieceTokens } from "./models/index.ts";
import { decoderOf } from "./parts/decoders.ts";
import { normalizerOf } from "./parts/normalizers.ts";
import { postProcessorOf, trimPlaces } from "./parts/post-processors.ts";
import { preTokenizerOf } from "./parts/pre-tokenizers.ts";
import { readTokenizerJson, type TokenizerJson } from "./tokenizer-json.ts";

export interface EncodeOptions {
  /** A second text. Default none. */
  readonly pair?: string;
  /** Put the special tokens of the post-processor around. Default true. */
  readonly addSpecialTokens?: boolean;
  /** Keep at most so many tokens, special ones included; of a pair the longer loses first. Default all. */
  readonly maxLength?: number;
}

export interface EncodeBatchOptions extends Omit<EncodeOptions, "pair"> {
  /** Pad to the longest text, or to this length. Default false. */
  readonly padding?: boolean | number;
  /** The token to pad with. Default `"[PAD]"`, or `"<pad>"` where there is that one. */
  readonly padToken?: string;
}

/** So many pieces are remembered with their tokens; a text's words repeat. */
const remembered = 100_000;

/**
 * Texts into numbered tokens and back, by a vocabulary of parts of words. It reads and writes Hugging
 * Face's tokenizer.json, and gives the same tokens. Its parts: a normalizer writes the text anew, a
 * pre-tokenizer cuts it into pieces, the model cuts pieces into tokens, a post-processor puts special
 * tokens around, a decoder makes text of tokens.
 *
 * Differs from Hugging Face's: places count UTF-16 units, as `String.slice` does; a letter composed
 * of several characters stands for all of them; a token for what is unknown is shown as that token, where
 * a Unigram model of theirs shows the text.
 *
 * @example
 * const tokenizer = trainBpe(["low low low lower lowest newest newest widest"], { vocabSize: 266 });
 * const encoding = tokenizer.encode("lowest low");
 * encoding.tokens; // ["low", "est", "Ġlow"]
 * encoding.offsets; // [[0, 3], [3, 6], [6, 10]]
 * tokenizer.decode(encoding.ids); // "lowest low"
 */
export class Tokenizer {
  readonly #json: TokenizerJson;
  readonly #model: Model;
  readonly #tokens = new Map<number, string>();
  readonly #ids: Map<string, number>;
  readonly #special: ReadonlySet<number>;
  readonly #raw: AddedTokenFinder;
  readonly #normalized: AddedTokenFinder;
  readonly #normalize: (text: Aligned) => Aligned;
  readonly #preTokenizer: ReturnType<typeof preTokenizerOf>;
  readonly #post: ReturnType<typeof postProcessorOf>;
  readonly #decode: ReturnType<typeof decoderOf>;
  readonly #cache = new Map<string, PieceTokens>();

  /** @throws RangeError for parts that cannot be read here, named */
  constructor(json: TokenizerJson) {
    this.#json = json;
    this.#model = modelOf(json.model);
    this.#ids = new Map(this.#model.vocab);
    for (const { content, id } of json.added_tokens) this.#ids.set(content, id);
    for (const [token, id] of this.#ids) this.#tokens.set(id, token);
    for (const { content, id } of json.added_tokens) this.#tokens.set(id, content);
    this.#special = new Set(json.added_tokens.filter(({ special }) => special).map(({ id }) => id));
    this.#normalize = normalizerOf(json.normalizer);
    this.#preTokenizer = preTokenizerOf(json.pre_tokenizer);
    this.#post = postProcessorOf(json.post_processor);
    this.#decode = decoderOf(json.decoder);
    const added = json.added_tokens;
    this.#raw = new AddedTokenFinder(
      added.filter(({ normalized }) => !normalized),
      ({ content }) => content,
    );
    this.#normalized = new AddedTokenFinder(
      added.filter(({ normalized }) => normalized),
      ({ content }) => this.#normalize({ text: content, at: 0 }).text,
    );
  }

  /**
   * The tokenizer that a tokenizer.json holds.
   *
   * @param source the file's text, or what it parses to
   * @throws SyntaxError, TypeError for what is no tokenizer.json
   * @throws RangeError for parts that cannot be read here, named
   */
  static fromJSON(source: string | object): Tokenizer {
    return new Tokenizer(readTokenizerJson(source));
  }

  /** Reads a tokenizer.json from the disk; errors as of {@link Tokenizer.fromJSON}. */
  static load(path: string): Tokenizer {
    return Tokenizer.fromJSON(readFileSync(path, "utf8"));
  }

  /** Writes a tokenizer.json, which Hugging Face's libraries read. */
  save(path: string): void {
    writeFileSync(path, `${JSON.stringify(this, null, 2)}\n`);
  }

  toJSON(): TokenizerJson {
    return { ...this.#json, model: this.#model.toJSON() };
  }

  /** How many tokens there are, added ones included. */
  get vocabSize(): number {
    return this.#ids.size;
  }

  /** All tokens with their numbers, in the order of the numbers. */
  get vocabulary(): Map<string, number> {
    return new Map([...this.#ids].sort(([, a], [, b]) => a - b));
  }

  /** The number of a token; undefined where there is none. */
  tokenToId(token: string): number | undefined {
    return this.#ids.get(token);
  }

  /** The token of a number; undefined where there is none. */
  idToToken(id: number): string | undefined {
    return this.#tokens.get(id);
  }

  /**
   * A tokenizer with more special tokens, which are found in texts before the model sees them. Those
   * that the vocabulary lacks get the next numbers.
   */
  withSpecialTokens(tokens: readonly string[]): Tokenizer {
    checkTexts("withSpecialTokens", tokens);
    let next = greatest(this.#tokens.keys(), -1) + 1;
    const known = new Set(this.#json.added_tokens.map(({ content }) => content));
    const added = tokens
      .filter((content) => !known.has(content))
      .map((content) => specialToken(content, this.#ids.get(content) ?? next++));
    return new Tokenizer({
      ...this.toJSON(),
      added_tokens: [...this.#json.added_tokens, ...added],
    });
  }

  /**
   * A text as tokens.
   *
   * @throws RangeError where `maxLength` leaves no room for the special tokens
   */
  encode(text: string, options: EncodeOptions = {}): Encoding {
    checkText("encode", text);
    checkOptions("encode", options, ["pair", "addSpecialTokens", "maxLength"]);
    return this.#build(text, options).done(this.#tokenOf);
  }

  /** Many texts as tokens, all of one length where `padding` is set. */
  encodeBatch(texts: readonly string[], options: EncodeBatchOptions = {}): Encoding[] {
    checkTexts("encodeBatch", texts);
    const known = ["addSpecialTokens", "maxLength", "padding", "padToken"];
    checkOptions("encodeBatch", options, known);
    const { padding = false, padToken, ...rest } = options;
    const made = texts.map((text) => this.#build(text, rest));
    if (padding !== false) {
      const name = padToken ?? (this.#ids.has("<pad>") ? "<pad>" : "[PAD]");
      const id = this.#ids.get(name);
      if (id === undefined)
        throw new RangeError(
          `There is no token ${JSON.stringify(name)} to pad with; name one as padToken.`,
        );
      const length =
        padding === true
          ? greatest(
              made.map((one) => one.length),
              0,
            )
          : padding;
      for (const one of made) one.pad(id, length);
    }
    return made.map((one) => one.done(this.#tokenOf));
  }

  /**
   * The text of tokens.
   *
   * @throws RangeError for a number that no token has
   */
  decode(ids: ArrayLike<number>, options: { readonly skipSpecialTokens?: boolean } = {}): string {
    checkOptions("decode", options, ["skipSpecialTokens"]);
    const kept = Array.from(ids).filter(
      (id) => !((options.skipSpecialTokens ?? true) && this.#special.has(id)),
    );
    return this.#decode(kept.map(this.#tokenOf)).join("");
  }

  /** The pieces that the model sees, as texts: what normalizer and pre-tokenizer make. */
  preTokenize(text: string): string[] {
    checkText("preTokenize", text);
    return this.#pieces(this.#normalize({ text, at: 0 })).map((piece) => piece.text);
  }

  #tokenOf = (id: number): string => {
    const token = this.#tokens.get(id);
    if (token === undefined)
      throw new RangeError(`No token has the number ${id}; there are ${this.vocabSize} tokens.`);
    return token;
  };

  #pieces(text: Aligned): readonly Aligned[] {
    return this.#preTokenizer.cut([text]).filter((piece) => piece.text !== "");
  }

  #build(
    text: string,
    { pair, addSpecialTokens: special = true, maxLength }: EncodeOptions,
  ): EncodingBuilder {
    const a = this.#run(text);
    const b = pair === undefined ? undefined : this.#run(pair);
    if (maxLength !== undefined) {
      const room = maxLength - (special ? this.#post.added[b === undefined ? 0 : 1] : 0);
      if (!Number.isSafeInteger(maxLength) || room < 0)
        throw new RangeError(`maxLength ${maxLength} leaves no room for the special tokens.`);
      shorten(a, b, room);
    }
    return this.#post.join(a, b, special);
  }

  #run(text: string): TokenRun {
    const run: TokenRun = { ids: [], starts: [], ends: [], words: [] };
    let word = 0;
    const take = (piece: Aligned, found: PieceTokens): void => {
      found.ids.forEach((id, i) => {
        run.ids.push(id);
        run.starts.push(startOf(piece, found.starts[i]));
        run.ends.push(endOf(piece, found.ends[i] - 1));
        run.words.push(word);
      });
      word += 1;
    };
    const added = (id: number, piece: Aligned): void => {
      const { length } = piece.text;
      const trims = this.#post.trim !== undefined;
      const start = trims ? length - piece.text.trimStart().length : 0;
      const end = trims ? piece.text.trimEnd().length : length;
      take(piece, { ids: [id], starts: [start], ends: [end] });
    };
    for (const part of this.#raw.split({ text, at: 0 })) {
      if (part.id !== undefined) {
        added(part.id, part.text);
        continue;
      }
      for (const inner of this.#normalized.split(this.#normalize(part.text))) {
        if (inner.id !== undefined) added(inner.id, inner.text);
        else for (const piece of this.#pieces(inner.text)) take(piece, this.#tokensOf(piece.text));
      }
    }
    if (this.#post.trim) trimPlaces(run, this.#tokenOf, this.#post.trim.addPrefixSpace);
    return run;
  }

  #tokensOf(piece: string): PieceTokens {
    const known = this.#cache.get(piece);
    if (known !== undefined) return known;
    const made = this.#preTokenizer.bytes ? this.#byBytes(piece) : this.#model.encode(piece);
    if (this.#cache.size < remembered && piece.length < 256) this.#cache.set(piece, made);
    return made;
  }

  #byBytes(piece: string): PieceTokens {
    const { text, starts, ends } = toByteCharacters(piece);
    const found = this.#model.encode(text);
    return {
      ids: found.ids,
      starts: found.starts.map((start) => starts[start]),
      ends: found.ends.map((end) => ends[end - 1]),
    };
  }
}

/** @internal An added token as the libraries make it by default. */
export const specialToken = (content: string, id: number) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});

/** Takes tokens off the ends; of a pair off the longer one. */
function shorten(a: TokenRun, b: TokenRun | undefined, room: number): void {
  let [first, second] = [a.ids.length, b?.ids.length ?? 0];
  if (first + second <= room) return;
  if (b === undefined) first = room;
  else {
    const isSwapped = first > second;
    let less = isSwapped ? second : first;
    let more = less > room ? less : Math.max(less, room - less);
    if (less + more > room) {
      less = Math.floor(room / 2);
      more = less + (room % 2);
    }
    [first, second] = isSwapped ? [more, less] : [less, more];
  }
  for (const [run, keep] of [
    [a, first],
    [b, second],
  ] as const)
    for (const list of [run?.ids, run?.starts, run?.ends, run?.words]) if (list) list.length = keep;
}
