/**
 * Readers of the file formats in which well-known sets are published.
 *
 * @module
 */
export { parseCifar10, type CifarBatch } from "./cifar.ts";
export { parseIdx, type IdxArray } from "./idx.ts";
export { readTar, unpackTar } from "./tar.ts";
export { parseVoc, type VocAnnotation, type VocObject } from "./voc.ts";
export { readZip } from "./zip.ts";
