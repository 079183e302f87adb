import { readFileSync } from "node:fs";
import { protocolVersion } from "./sockets.ts";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

/** The content of a `kernel_info_reply`. */
export const kernelInfo = {
  status: "ok",
  protocol_version: protocolVersion,
  implementation: "daylab",
  implementation_version: version,
  language_info: {
    name: "typescript",
    version: "6.0",
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: { name: "javascript", typescript: true },
    nbconvert_exporter: "script",
  },
  banner: `Daylab ${version}: TypeScript on Node.js ${process.versions.node}`,
  help_links: [
    { text: "TypeScript Handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" },
    { text: "Node.js API", url: "https://nodejs.org/docs/latest-v24.x/api/" },
  ],
  debugger: true,
  supported_features: ["debugger", "kernel subshells"],
} as const;
