import { Random } from "../../../../library/src/random/index.ts";

/**
 * Sentences with a known structure: what a word's neighbours are follows from two properties of it,
 * a kind (royal, trade, …) and a gender, so that king is to queen as actor is to actress.
 */
export function royalCorpus(sentences: number, seed: number): string[][] {
  const random = new Random(seed, "royal");
  const people = [
    ["king", "queen"],
    ["actor", "actress"],
    ["uncle", "aunt"],
    ["waiter", "waitress"],
  ];
  const kinds = [
    ["crown", "throne", "palace", "realm"],
    ["stage", "film", "role", "scene"],
    ["nephew", "cousin", "family", "visit"],
    ["menu", "plate", "table", "tip"],
  ];
  const genders = [
    ["he", "him", "his", "himself"],
    ["she", "her", "hers", "herself"],
  ];
  return Array.from({ length: sentences }, () => {
    const kind = random.integer(0, people.length);
    const gender = random.integer(0, 2);
    const around = [0, 1, 2].flatMap(() => [
      random.choice(kinds[kind]),
      random.choice(genders[gender]),
    ]);
    return random.shuffle([people[kind][gender], ...around]);
  });
}
