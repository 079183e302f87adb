import type { Home } from "./home.ts";

/** What the logarithm of a price is made of; the sum of its parts is the expected value. */
export interface PriceParts {
  readonly base: number;
  readonly district: number;
  readonly area: number;
  readonly distance: number;
  readonly kind: number;
  readonly garden: number;
  readonly condition: number;
  readonly age: number;
  readonly energy: number;
  readonly bathrooms: number;
  readonly time: number;
}

/**
 * The parts of the logarithm of a home's price, before noise. Interactions: space is dearer in the
 * centre (the exponent of the area falls from 0.95 to 0.75), a garden counts more farther out, a poor
 * condition costs more in a dear district, energy matters for houses twice as much as for flats, and
 * only before 1920 is old better than 1960.
 */
export function priceParts(home: Home): PriceParts {
  const { place, kind, area, garden, condition, built, energy, bathrooms, month } = home;
  const distance = Math.hypot(place.east, place.north);
  const exponent = 0.75 + 0.2 * Math.exp(-distance / 3);
  const classes = "ABCDEF".indexOf(energy);
  return {
    base: Math.log(300_000),
    district: place.level,
    area: exponent * Math.log(area / 90),
    distance: -0.05 * distance,
    kind: { flat: 0, terrace: 0.06, house: 0.14 }[kind],
    garden: 0.00035 * garden * Math.min(1, distance / 5),
    condition: { poor: -0.2 - 0.3 * Math.max(0, place.level), fair: 0, good: 0.12 }[condition],
    age: built < 1920 ? 0.08 : -0.15 * Math.exp(-(((built - 1965) / 18) ** 2)),
    energy: -0.018 * classes * (kind === "flat" ? 1 : 2),
    bathrooms: 0.04 * Math.min(2, bathrooms - 1),
    // Five years: up by 8 % a year until mid 2022, then down a little; spring is dearer than autumn.
    time:
      0.08 * (Math.min(month, 42) / 12) -
      0.05 * (Math.max(0, month - 42) / 12) +
      0.02 * Math.cos((2 * Math.PI * ((month % 12) - 4)) / 12),
  };
}
