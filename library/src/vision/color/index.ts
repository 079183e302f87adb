/**
 * Colour spaces.
 *
 * @module
 */
export { convertColor, mergeChannels } from "./convert.ts";
