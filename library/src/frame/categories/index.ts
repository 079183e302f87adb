/**
 * Columns whose texts are categories.
 *
 * @module
 */
export { CategoryAccessor } from "./accessor.ts";
