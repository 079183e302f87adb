import { SetupProblem } from "./problem.mjs";

/**
 * JupyterLab's arguments for what stands behind `npm start --`: `--no-browser`, `--port N`, and any
 * `--Class.option=value` of Jupyter itself.
 *
 * @param {string[]} given
 * @param {{ uid?: number }} [user] root needs Jupyter's own consent
 * @returns {string[]}
 * @throws {SetupProblem} on an argument that is none of these
 */
export function startArguments(given, { uid = process.getuid?.() } = {}) {
  const args = uid === 0 ? ["--allow-root"] : [];
  for (let index = 0; index < given.length; index++) {
    const argument = given[index];
    if (argument === "--no-browser" || /^--\w+\.\w+=/.test(argument)) args.push(argument);
    else if (/^--(port|ip)(=|$)/.test(argument)) {
      const [name, value = given[++index]] = argument.split("=");
      const wrongPort = name === "--port" && !(/^\d+$/.test(value ?? "") && Number(value) < 65536);
      if (value === undefined || wrongPort) {
        throw new SetupProblem(
          `npm start was given ${name} ${value ?? "without a value"}.`,
          "Use it like this: npm start -- --no-browser --port 8899",
        );
      }
      args.push(`${name}=${value}`);
    } else {
      throw new SetupProblem(
        `npm start does not know ${argument}.`,
        "It takes --no-browser, --port N, --ip A and Jupyter's own --Class.option=value.",
      );
    }
  }
  return args;
}

/** Adds the options that were not given: Jupyter refuses one that stands there twice. */
export function withDefaults(given, defaults) {
  const missing = Object.entries(defaults).filter(
    ([name]) => !given.some((argument) => argument.startsWith(`${name}=`)),
  );
  return [...missing.map(([name, value]) => `${name}=${value}`), ...given];
}
