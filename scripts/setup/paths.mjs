import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Everything the set-up may throw away and make again, except the environment itself. */
export const cacheDirectory = path.join(root, ".cache");

export const requirementsFile = path.join(root, "scripts/setup/requirements.txt");
export const compilerRequirementsFile = path.join(root, "scripts/setup/requirements-compiler.txt");
