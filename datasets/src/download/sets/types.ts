/** Gives the path of one of a set's files on this computer, downloading it if need be. */
export type FileFinder = (name: string) => Promise<string>;

/**
 * Gives the folder into which one of a set's archives is unpacked, downloading and unpacking it if
 * need be.
 */
export type ArchiveFinder = (name: string) => Promise<string>;
