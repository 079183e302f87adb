export { porterStem } from "./porter.ts";
export { snowballStem } from "./snowball.ts";
