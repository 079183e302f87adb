import type { JupyterFrontEndPlugin } from "@jupyterlab/application";

/** How the entries in the browser's timeline begin; the plugin's id follows. */
const prefix = "daylab:activate ";

/** The plugin, with the time that its activation takes in the browser's own timeline (User Timing). */
export function timed<T>(plugin: JupyterFrontEndPlugin<T>): JupyterFrontEndPlugin<T> {
  return {
    ...plugin,
    activate: (...args) => {
      const start = performance.now();
      try {
        return plugin.activate(...args);
      } finally {
        performance.measure(`${prefix}${plugin.id}`, { start });
      }
    },
  };
}
