const say = (value: unknown): string =>
  Array.isArray(value)
    ? `an array of ${value.length}`
    : typeof value === "string"
      ? JSON.stringify(value.slice(0, 40))
      : typeof value === "object" && value !== null
        ? `an object (${value.constructor?.name ?? "Object"})`
        : String(value);

/** @throws TypeError unless it is a text */
export function checkText(who: string, text: unknown): asserts text is string {
  if (typeof text !== "string")
    throw new TypeError(`${who} needs a text; it received ${say(text)}.`);
}

/** @throws TypeError unless each is a text; it names the first that is not */
export function checkTexts(who: string, texts: unknown): asserts texts is readonly string[] {
  if (!Array.isArray(texts))
    throw new TypeError(`${who} needs an array of texts; it received ${say(texts)}.`);
  const wrong = texts.findIndex((text) => typeof text !== "string");
  if (wrong >= 0)
    throw new TypeError(`${who} needs texts, but number ${wrong} is ${say(texts[wrong])}.`);
}

/** @throws TypeError unless it is an array; a text would be taken for its letters */
export function checkSequence(who: string, items: unknown): void {
  if (typeof items === "string" || typeof (items as ArrayLike<unknown>)?.length !== "number") {
    throw new TypeError(
      `${who} needs an array of tokens; it received ${say(items)}. Cut a text first, as with wordTokenize(text).`,
    );
  }
}

/** @throws RangeError unless it is a whole number of at least `least` */
export function checkCount(who: string, name: string, value: unknown, least = 1): void {
  if (!Number.isSafeInteger(value) || (value as number) < least)
    throw new RangeError(`${who}: ${name} is a whole number from ${least}, not ${say(value)}.`);
}

/** @throws RangeError unless it is a number above 0 */
export function checkPositive(who: string, name: string, value: unknown): void {
  if (typeof value !== "number" || !(value > 0) || value === Infinity)
    throw new RangeError(`${who}: ${name} is a number above 0, not ${say(value)}.`);
}
