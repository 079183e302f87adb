import type { Aligned } from "../aligned.ts";
import { toByteCharacters } from "../byte-level.ts";
import { normalizerOf } from "../parts/normalizers.ts";
import { preTokenizerOf } from "../parts/pre-tokenizers.ts";
import type { NormalizerPart, PreTokenizerPart } from "../parts/types.ts";

/** How often each piece occurs, as the model will see it; in the order of first occurrence. */
export function countPieces(
  texts: readonly string[],
  normalizer: NormalizerPart | null,
  preTokenizer: PreTokenizerPart | null,
): Map<string, number> {
  const normalize = normalizerOf(normalizer);
  const { cut, bytes } = preTokenizerOf(preTokenizer);
  const counts = new Map<string, number>();
  for (const text of texts) {
    const whole: Aligned = normalize({ text, at: 0 });
    for (const piece of cut([whole]))
      if (piece.text !== "") counts.set(piece.text, (counts.get(piece.text) ?? 0) + 1);
  }
  if (!bytes) return counts;
  const made = new Map<string, number>();
  for (const [piece, count] of counts) {
    const { text } = toByteCharacters(piece);
    made.set(text, (made.get(text) ?? 0) + count);
  }
  return made;
}
