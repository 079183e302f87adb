import type { Random } from "../../random/index.ts";

/** The districts of the made-up city: where they lie and how dear they are. */
const districts = [
  { district: "Old Town", east: 0, north: 0, spread: 0.7, share: 0.2, level: 0.3, built: 1905 },
  {
    district: "Harbour",
    east: -2.2,
    north: 0.6,
    spread: 0.6,
    share: 0.14,
    level: 0.38,
    built: 2005,
  },
  { district: "Station", east: 1.6, north: -1.1, spread: 0.7, share: 0.18, level: 0, built: 1955 },
  {
    district: "Garden City",
    east: 3.2,
    north: 3.4,
    spread: 1.2,
    share: 0.18,
    level: 0.16,
    built: 1935,
  },
  {
    district: "Mill Park",
    east: -3.6,
    north: -3,
    spread: 1,
    share: 0.18,
    level: -0.16,
    built: 1978,
  },
  {
    district: "Lakeside",
    east: -1,
    north: 6.5,
    spread: 1.3,
    share: 0.12,
    level: 0.08,
    built: 1990,
  },
] as const;

export type District = (typeof districts)[number]["district"];

/** A place in the city. */
export interface Place {
  readonly district: District;
  /** Kilometres from the centre. */
  readonly east: number;
  readonly north: number;
  /** What the district adds to the logarithm of the price. */
  readonly level: number;
  /** About when the district was built. */
  readonly built: number;
}

/** A random place: districts by their shares, normally spread around their middles. */
export function somePlace(random: Random): Place {
  let left = random.uniform();
  const chosen = districts.find(({ share }) => (left -= share) < 0) ?? districts[0];
  const { district, level, built, spread } = chosen;
  const east = chosen.east + random.normal(0, spread);
  const north = chosen.north + random.normal(0, spread);
  return { district, level, built, east, north };
}

/** Degrees of a place; the city lies in the North Sea, where there is none. */
export function degreesOf({ east, north }: Place): { latitude: number; longitude: number } {
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return { latitude: round(55 + north / 111.2), longitude: round(3 + east / 63.9) };
}
