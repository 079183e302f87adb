export * from "./permutation-importance.ts";
