/** The URL of a cell's script, unique for the life of the kernel. */
export const cellUrl = (id: number): string => `cell-${id}.ts`;

/** What the user knows a cell by. */
export const cellLabel = (executionCount: number): string => `Cell [${executionCount}]`;
