import { okabeIto, okabeItoOnDark } from "./palette.ts";

/** `"light"` is dark text on a white card, `"dark"` light text on a dark one. */
export type ThemeName = "light" | "dark";

/** The colours of a theme that are no data. */
export interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly axis: string;
  readonly frame: string;
  readonly category: readonly string[];
  /** Text that says something went well, or wrong. */
  readonly good: string;
  readonly bad: string;
}

const themes: Readonly<Record<ThemeName, Inks>> = {
  light: {
    paper: "white",
    ink: "#222222",
    muted: "#555555",
    grid: "#e6e6e6",
    axis: "#888888",
    frame: "#bbbbbb",
    category: okabeIto,
    good: "#00664a",
    bad: "#b34700",
  },
  dark: {
    paper: "#1b1b1b",
    ink: "#eeeeee",
    muted: "#bbbbbb",
    grid: "#3a3a3a",
    axis: "#999999",
    frame: "#666666",
    category: okabeItoOnDark,
    good: "#5fd3a8",
    bad: "#ff9e5e",
  },
};

let current: ThemeName = "light";

/**
 * Sets the theme of the figures made from now on, and returns the one before. Without a name it only
 * returns the theme. Figures lie on a card of their own, so either theme is readable on either page.
 *
 * @throws RangeError for an unknown theme.
 * @example
 * plot.theme("dark");
 */
export function theme(name?: ThemeName): ThemeName {
  const before = current;
  if (name !== undefined) {
    inksOf(name);
    current = name;
  }
  return before;
}

/** The colours of a theme, by default of the one that is set. */
export function inksOf(name: ThemeName = current): Inks {
  if (Object.hasOwn(themes, name)) return themes[name];
  throw new RangeError(
    `There is no theme ${JSON.stringify(name)}; the themes are ${Object.keys(themes).join(" and ")}.`,
  );
}

/**
 * What a theme adds to a spec. JupyterLab's dark theme would make text white and leave the rest, so
 * each colour of text and axes is named. Marks that are no data take theirs from a style: `ink` for
 * text and lines, `muted`, `paper` for what separates marks.
 */
export function lookOf(name: ThemeName = current): {
  background: string;
  config: Record<string, unknown>;
} {
  const { paper, ink, muted, grid, axis, frame, category } = inksOf(name);
  return {
    background: paper,
    config: {
      range: { category: [...category] },
      mark: { color: category[0] },
      style: {
        "guide-label": { fill: ink },
        "guide-title": { fill: ink },
        data: { color: category[0] },
        ink: { color: ink },
        muted: { color: muted },
        frame: { color: frame },
        paper: { color: paper },
        separated: { stroke: paper },
      },
      header: { labelColor: ink, titleColor: ink, labelFontSize: 12, titleFontWeight: "normal" },
      title: {
        anchor: "start",
        color: ink,
        fontSize: 14,
        subtitleFontSize: 11,
        subtitleColor: muted,
        offset: 10,
      },
      axis: {
        domainColor: axis,
        gridColor: grid,
        tickColor: axis,
        labelFlush: false,
        labelFontSize: 11,
        titleFontSize: 12,
        titleFontWeight: "normal",
        titlePadding: 8,
      },
      legend: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: "normal" },
      view: { stroke: frame },
    },
  };
}
