/** How far a loop got, and how fast. */
export interface Count {
  readonly done: number;
  /** Undefined where nobody knows how many there will be. */
  readonly total: number | undefined;
  /** Since the start. */
  readonly seconds: number;
  /** What is counted, for example "it". */
  readonly unit: string;
}

const cells = 10;
const eighths = " ▏▎▍▌▋▊▉";

/** `m:ss`, or `h:mm:ss`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const tail = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${two(minutes)}:${tail}`;
}

function speed({ done, seconds, unit }: Count): string {
  if (done === 0 || seconds === 0) return `?${unit}/s`;
  const rate = done / seconds;
  return rate >= 1 ? `${rate.toFixed(2)}${unit}/s` : `${(1 / rate).toFixed(2)}s/${unit}`;
}

/** `3/10 [00:01<00:03, 2.41it/s]`, as tqdm says it. */
export function countText(count: Count): string {
  const { done, total, seconds } = count;
  const left = total !== undefined && done > 0 ? clock((seconds / done) * (total - done)) : "?";
  const [of, remaining] = total === undefined ? ["", ""] : [`/${total}`, `<${left}`];
  return `${done}${of} [${clock(seconds)}${remaining}, ${speed(count)}]`;
}

/** The line for readers without a front end: ` 30%|███       | 3/10 [00:01<00:03, 2.41it/s]`. */
export function progressText(description: string, count: Count): string {
  const { done, total } = count;
  const start = description === "" ? "" : `${description}: `;
  if (total === undefined) return `${start}${countText(count)}`;
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const full = Math.floor(part * cells);
  const rest = full < cells ? eighths[Math.floor((part * cells - full) * 8)] : "";
  const bar = ("█".repeat(full) + rest).padEnd(cells);
  return `${start}${String(Math.floor(part * 100)).padStart(3)}%|${bar}| ${countText(count)}`;
}
