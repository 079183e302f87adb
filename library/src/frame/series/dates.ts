import { DateZones } from "./dates/zones.ts";

/**
 * The parts of the dates of a column, and of durations, under `series.dt`: pandas' names in camelCase,
 * danfo's beside them. Dates without a time zone are in UTC. Missing values stay missing.
 */
export class DateAccessor extends DateZones {}
