import { EncodingBuilder, type TokenRun } from "../encoding.ts";
import { type PostProcessorPart, type TemplatePiece, unknownPart } from "./types.ts";

/** Puts one or two runs together, with special tokens around where asked. */
export interface PostProcessor {
  /** How many special tokens come around one text, and around a pair. */
  readonly added: readonly [single: number, pair: number];
  /** Whether white space at the ends of tokens belongs to their places; undefined where it may. */
  readonly trim?: { readonly addPrefixSpace: boolean };
  join(a: TokenRun, b: TokenRun | undefined, special: boolean): EncodingBuilder;
}

const plain: PostProcessor = {
  added: [0, 0],
  join: (a, b) => {
    const made = new EncodingBuilder().run(a, 0);
    return b === undefined ? made : made.run(b, 1);
  },
};

function template(
  single: readonly TemplatePiece[],
  pair: readonly TemplatePiece[],
  idsOf: (token: string) => readonly number[],
): PostProcessor {
  const count = (pieces: readonly TemplatePiece[]): number =>
    pieces.reduce(
      (sum, piece) => sum + ("SpecialToken" in piece ? idsOf(piece.SpecialToken.id).length : 0),
      0,
    );
  return {
    added: [count(single), count(pair)],
    join: (a, b, special) => {
      const made = new EncodingBuilder();
      for (const piece of b === undefined ? single : pair) {
        if ("Sequence" in piece) {
          const run = piece.Sequence.id === "A" ? a : b;
          if (run !== undefined) made.run(run, piece.Sequence.type_id);
        } else if (special) {
          for (const id of idsOf(piece.SpecialToken.id))
            made.special(id, piece.SpecialToken.type_id);
        }
      }
      return made;
    },
  };
}

const sequence = (id: "A" | "B", type_id: number): TemplatePiece => ({ Sequence: { id, type_id } });
const token = (id: string, type_id: number): TemplatePiece => ({ SpecialToken: { id, type_id } });

/** What a post-processor does. @throws RangeError for a type that is not known */
export function postProcessorOf(part: PostProcessorPart | null | undefined): PostProcessor {
  if (part === null || part === undefined) return plain;
  switch (part.type) {
    case "TemplateProcessing": {
      const { single, pair, special_tokens: specials } = part;
      return template(single, pair, (id) => {
        const found = specials[id];
        if (found !== undefined) return found.ids;
        throw new RangeError(
          `The template's special token ${JSON.stringify(id)} is not among its special_tokens.`,
        );
      });
    }
    case "BertProcessing":
    case "RobertaProcessing": {
      const [cls, sep] = [part.cls, part.sep];
      const isBert = part.type === "BertProcessing";
      const second = Number(isBert);
      const made = template(
        [token(cls[0], 0), sequence("A", 0), token(sep[0], 0)],
        [
          ...[token(cls[0], 0), sequence("A", 0), token(sep[0], 0)],
          ...(isBert ? [] : [token(sep[0], 0)]),
          ...[sequence("B", second), token(sep[0], second)],
        ],
        (id) => [id === cls[0] ? cls[1] : sep[1]],
      );
      return part.type === "RobertaProcessing" && part.trim_offsets
        ? { ...made, trim: { addPrefixSpace: part.add_prefix_space } }
        : made;
    }
    case "ByteLevel":
      return part.trim_offsets
        ? { ...plain, trim: { addPrefixSpace: part.add_prefix_space } }
        : plain;
    case "Sequence": {
      const steps = part.processors.map(postProcessorOf);
      const trim = steps.find((step) => step.trim)?.trim;
      const joins = steps.filter((step) => step.join !== plain.join);
      if (joins.length > 1)
        throw new RangeError(
          "A Sequence of post-processors may put special tokens around once only.",
        );
      return { ...(joins[0] ?? plain), ...(trim ? { trim } : {}) };
    }
    default:
      throw unknownPart("post-processor", (part as { type: unknown }).type, [
        "TemplateProcessing, BertProcessing, RobertaProcessing, ByteLevel, Sequence",
      ]);
  }
}

/** Moves the ends of tokens to leave out white space that belongs to them. */
export function trimPlaces(
  run: TokenRun,
  tokenOf: (id: number) => string,
  addsSpace: boolean,
): void {
  run.ids.forEach((id, i) => {
    const text = tokenOf(id);
    let leading = /^[\u0120\p{White_Space}]*/u.exec(text)![0].length;
    const trailing = /[\u0120\p{White_Space}]*$/u.exec(text)![0].length;
    if ((i === 0 || run.starts[i] === 0) && addsSpace && leading === 1) leading = 0;
    const [start, end] = [run.starts[i], run.ends[i]];
    if (leading > 0) run.starts[i] = Math.min(start + leading, end);
    if (trailing > 0 && end >= trailing) run.ends[i] = Math.max(end - trailing, run.starts[i]);
  });
}
