/**
 * Seeded random numbers: `Math.random` cannot be seeded, and a lesson must give the same numbers
 * each time.
 *
 * @module
 */
export { Random, type Seed } from "@daylab/datasets";
