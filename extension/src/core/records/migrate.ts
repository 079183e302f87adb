/** Turns the document of one schema into that of the next. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the schema that a migration reads. Schema 1 is the first, so there is none yet. */
export const migrations: Readonly<Record<number, Migration>> = {};
