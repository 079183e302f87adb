/**
 * Spark Connect's wire format.
 *
 * @module
 */
export { encodeRelation, type Service, serviceClient } from "./service.ts";
export type * from "./messages.ts";
