/** The pixels of a picture where the layout leaves its size to the page. */
export const stillSize = { width: 640, height: 460 } as const;
