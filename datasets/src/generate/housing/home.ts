import type { Random } from "../../random/index.ts";
import { somePlace, type Place } from "./districts.ts";

export type HomeKind = "flat" | "terrace" | "house";
export type Condition = "poor" | "fair" | "good";
export type EnergyClass = "A" | "B" | "C" | "D" | "E" | "F";

/** A home as it is, before anything is missing or mistyped. */
export interface Home {
  readonly place: Place;
  readonly kind: HomeKind;
  readonly area: number;
  readonly rooms: number;
  readonly bathrooms: number;
  readonly garden: number;
  readonly built: number;
  readonly condition: Condition;
  readonly energy: EnergyClass;
  /** Months since January 2019. */
  readonly month: number;
  readonly day: number;
}

const conditions = ["poor", "fair", "good"] as const;
const energies = ["A", "B", "C", "D", "E", "F"] as const;

/** A random home: central ones are flats, new ones spend less energy, large ones have more rooms. */
export function someHome(random: Random): Home {
  const place = somePlace(random);
  const distance = Math.hypot(place.east, place.north);
  const central = Math.exp(-distance / 2.5);
  const pick = random.uniform();
  const kind: HomeKind =
    pick < 0.15 + 0.8 * central ? "flat" : pick < 0.6 + 0.3 * central ? "terrace" : "house";
  const typical = { flat: 68, terrace: 105, house: 140 }[kind];
  const area = Math.max(22, Math.round(typical * Math.exp(random.normal(0, 0.28))));
  const rooms = Math.max(1, Math.round(area / random.uniform(22, 32)));
  const bathrooms = Math.max(1, Math.round(rooms / 3 + random.normal(0, 0.4)));
  const built = Math.min(2022, Math.max(1850, Math.round(random.normal(place.built, 18))));
  const age = 2023 - built;
  const wear = random.uniform() + 0.25 - age / 400;
  const condition = conditions[wear < 0.3 ? 0 : wear < 0.75 ? 1 : 2];
  const energy = Math.round(age / 26 - (condition === "good" ? 0.7 : 0) + random.normal(0, 0.8));
  const garden =
    kind === "flat"
      ? 0
      : Math.round((kind === "house" ? 320 : 90) * Math.exp(random.normal(0, 0.5)));
  return {
    ...{ place, kind, area, rooms, bathrooms, garden, built, condition },
    energy: energies[Math.min(5, Math.max(0, energy))],
    month: random.integer(0, 60),
    day: random.integer(1, 29),
  };
}
