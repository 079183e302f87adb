/**
 * Eight colours that people with the common kinds of colour blindness can tell apart: M. Okabe and
 * K. Ito, Color Universal Design, 2008. The pale ones come last, since figures are white.
 */
export const okabeIto = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#E69F00",
  "#56B4E9",
  "#000000",
  "#F0E442",
] as const;

/** The same on a dark card: the lighter ones first, black and the darkest blue lightened. */
export const okabeItoOnDark = [
  "#56B4E9",
  "#E69F00",
  "#21C197",
  "#E39AC5",
  "#F0E442",
  "#4C93E6",
  "#F2F2F2",
  "#F07F3C",
] as const;

/** Seven shapes beside eight colours: 56 groups before a pair repeats. */
export const shapes = [
  "circle",
  "triangle-up",
  "square",
  "diamond",
  "cross",
  "triangle-down",
  "triangle-right",
] as const;

/** Dashes of lines, from solid on. */
export const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [10, 4],
] as const;
