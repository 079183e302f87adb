/** Keeps progress in files through an interface that JupyterLab's contents manager fits. */
export type { Channel, Contents, FileContent, LocalStore, Locks, StoreOptions } from "./ports.ts";
export type { Draft, Kept, StoreState } from "./state.ts";
export { ProgressStore } from "./store.ts";
export { troubleOf, type Failure, type Trouble } from "./trouble.ts";
