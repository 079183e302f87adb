import type { Columns } from "../../bundled/index.ts";
import { Random, type Seed } from "../../random/index.ts";
import { numberWithin, wholeNumber } from "../options.ts";
import { degreesOf, type District } from "./districts.ts";
import { someHome, type Condition, type EnergyClass, type Home, type HomeKind } from "./home.ts";
import { priceParts } from "./price.ts";

export type { District } from "./districts.ts";
export type { Condition, EnergyClass, HomeKind } from "./home.ts";

/** One home that was sold. */
export interface HomeSale {
  /** Day of the sale, midnight, UTC */
  sold: Date;
  district: District;
  /** Degrees */
  latitude: number;
  /** Degrees */
  longitude: number;
  /** Kilometres to the centre */
  distance: number;
  kind: HomeKind;
  /** m² */
  area: number;
  rooms: number;
  bathrooms: number | null;
  /** m²; 0 without one */
  garden: number;
  built: number | null;
  condition: Condition | null;
  energy: EnergyClass | null;
  /** Euros */
  price: number;
}

/** What a model cannot see: how the prices came about. */
export interface HousingTruth {
  /** The expected price in euros: what the best model would say of the home as it is. */
  readonly expected: Float64Array;
  /** 0 for a right row; 1: the price has a digit too many; 2: the area is in square feet. */
  readonly outlier: Uint8Array;
  /** Standard deviation of the noise on the logarithm of the price: no model can be better. */
  readonly noise: number;
}

/** A table of sales by columns, and the truth beside it. */
export interface Housing {
  readonly columns: Columns<HomeSale>;
  readonly truth: HousingTruth;
}

export interface HousingOptions {
  readonly rows: number;
  readonly seed: Seed;
  /** Standard deviation of the noise on the logarithm of the price, 0 to 1 (default 0.1). */
  readonly noise?: number;
  /** Share of values missing where they may be, 0 to 0.5 (default 0.06). */
  readonly missing?: number;
  /** Share of rows with a slip of the pen, 0 to 0.2 (default 0.01). */
  readonly outliers?: number;
  /**
   * Prices above it are written as it, as registers do that publish no higher price (default none).
   * Slips happen after that, so a price with a digit too many can stand above it. Euros, from 1000.
   */
  readonly cap?: number;
}

/**
 * Sales of homes in a made-up city of six districts, for regression with a known truth: the logarithm
 * of a price is the sum of the parts in `price.ts` and normal noise. Some effects depend on others
 * (space is dearer in the centre, a garden counts more farther out, energy counts more for houses).
 *
 * Missing: bathrooms and condition at random; the year more often for homes before 1950 (three times
 * as often), the energy class more often where it is bad (E and F: three times), so that dropping
 * such rows biases what is left. Outliers: half have a price with a digit too many, half an area in
 * square feet. With `cap`, the highest prices are cut off; `truth.expected` is not.
 *
 * Row `i` depends on the seed and `i` alone.
 *
 * @throws RangeError naming the option that is out of bounds
 *
 * @example
 * const { columns, truth } = housing({ rows: 500, seed: 1 });
 * columns.price.length; // 500
 * truth.noise; // 0.1
 */
export function housing(options: HousingOptions): Housing {
  const rows = wholeNumber("rows", options.rows, 1, 10_000_000);
  const noise = numberWithin("noise", options.noise ?? 0.1, 0, 1);
  const missing = numberWithin("missing", options.missing ?? 0.06, 0, 0.5);
  const outliers = numberWithin("outliers", options.outliers ?? 0.01, 0, 0.2);
  const cap = numberWithin("cap", options.cap ?? Infinity, 1000, Infinity);
  const root = new Random(options.seed, "housing");
  const expected = new Float64Array(rows);
  const outlier = new Uint8Array(rows);
  const sales: HomeSale[] = [];
  for (let i = 0; i < rows; i++) {
    const random = root.fork(i);
    const home = someHome(random);
    const log = Object.values<number>({ ...priceParts(home) }).reduce((sum, part) => sum + part);
    expected[i] = Math.exp(log);
    const paid = Math.round(Math.exp(log + random.normal(0, noise)) / 500) * 500;
    const price = Math.min(paid, cap);
    outlier[i] = random.uniform() < outliers ? random.integer(1, 3) : 0;
    sales.push(asWritten(random, home, price, outlier[i], missing));
  }
  const names = Object.keys(sales[0]) as (keyof HomeSale)[];
  const columns = Object.fromEntries(
    names.map((name) => [name, sales.map((sale) => sale[name])]),
  ) as unknown as Columns<HomeSale>;
  return { columns, truth: { expected, outlier, noise } };
}

/** A home as somebody wrote it down: with slips and gaps. */
function asWritten(
  random: Random,
  home: Home,
  price: number,
  outlier: number,
  missing: number,
): HomeSale {
  const { place, kind, rooms, garden, area, month } = home;
  const known = <T>(value: T, share: number): T | null =>
    random.uniform() < Math.min(1, share) ? null : value;
  return {
    sold: new Date(Date.UTC(2019, month, home.day)),
    ...{ district: place.district, ...degreesOf(place) },
    distance: Math.round(Math.hypot(place.east, place.north) * 100) / 100,
    kind,
    area: outlier === 2 ? Math.round(area * 10.764) : area,
    ...{ rooms, bathrooms: known(home.bathrooms, missing), garden },
    built: known(home.built, home.built < 1950 ? 1.5 * missing : 0.5 * missing),
    condition: known(home.condition, missing),
    energy: known(home.energy, "EF".includes(home.energy) ? 1.8 * missing : 0.6 * missing),
    price: outlier === 1 ? price * 10 : price,
  };
}
