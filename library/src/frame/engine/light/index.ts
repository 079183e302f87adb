/**
 * Cheap expressions and columns.
 *
 * The engine's JavaScript makes an object of two hundred functions for every expression and every
 * column, which took 0.25 ms each where the native call behind it took 0.002 (median of 300, Node 24),
 * and a verb makes dozens: most of the time that a verb took at 100 000 rows. Here these objects
 * have prototypes. They answer for the few names that verbs use often; for any other the engine's own
 * object is made after all, so nothing is missing.
 *
 * @module
 */
import { lightenColumns, typedColumn } from "./columns.ts";
import { lightenExpressions } from "./expressions.ts";

export { typedColumn };

/** The engine's own ways to make them. */
export const whole = { column: lightenColumns(), expression: lightenExpressions() };
