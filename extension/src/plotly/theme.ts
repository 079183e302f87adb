/** Reads one of JupyterLab's theme variables. */
export type ThemeColor = (variable: string) => string;

/** The colours of the page's theme as they are now. */
export function pageColors(): ThemeColor {
  const style = getComputedStyle(document.body);
  return (variable) => style.getPropertyValue(variable).trim();
}

/** True in a dark theme, as JupyterLab notes it on the page's body. */
export function isDark(): boolean {
  return document.body.dataset["jpThemeLight"] === "false";
}

/** Calls back when the user changes the theme. */
export function onThemeChange(changed: () => void): { dispose(): void } {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["data-jp-theme-name", "data-jp-theme-light"],
  });
  return { dispose: () => observer.disconnect() };
}

/**
 * The layout with JupyterLab's colours where the figure names none: they go into the template, which
 * Plotly reads last. A figure with a template of its own keeps it whole.
 *
 * @see https://plotly.com/javascript/layout-template
 */
export function themedLayout(
  layout: Readonly<Record<string, unknown>>,
  color: ThemeColor,
  dark: boolean,
): Record<string, unknown> {
  if (layout["template"] !== undefined) return { ...layout };
  const text = color("--jp-ui-font-color1") || (dark ? "#e0e0e0" : "#222222");
  const background = color("--jp-layout-color0") || (dark ? "#111111" : "#ffffff");
  const grid = dark ? "#4a4a4a" : "#e2e2e2";
  const axis = { gridcolor: grid, linecolor: grid, zerolinecolor: grid, automargin: true };
  const axis3d = { ...axis, backgroundcolor: background, showbackground: true };
  const control = { bgcolor: dark ? "#333333" : "#f5f5f5", bordercolor: grid };
  return {
    ...layout,
    template: {
      layout: {
        paper_bgcolor: background,
        plot_bgcolor: background,
        font: { color: text },
        xaxis: axis,
        yaxis: axis,
        scene: { xaxis: axis3d, yaxis: axis3d, zaxis: axis3d },
        polar: { bgcolor: background, angularaxis: axis, radialaxis: axis },
        sliderDefaults: { ...control, tickcolor: text },
        updatemenuDefaults: control,
        modebar: { bgcolor: "rgba(0,0,0,0)", color: text },
      },
    },
  };
}
