import { markdownTable } from "../report/table.ts";

/** Relative; from the same weights on the same batch only the order of the sums differs. */
export const firstTolerance = 1e-4;
/** After five steps: Keras' Adam adds its epsilon at another place. */
export const fifthTolerance = 1e-2;

/** Why a peer does not do the same work, by its loss before the first step and after four. */
export function differenceOf(
  losses: readonly number[],
  wanted: readonly number[],
): string | undefined {
  for (const [step, tolerance] of [
    [0, firstTolerance],
    [4, fifthTolerance],
  ]) {
    const distance = Math.abs(losses[step] / wanted[step] - 1);
    if (!(distance <= tolerance))
      return `it does not do the same work: the loss of step ${step + 1} is ${losses[step]}, ours eager ${wanted[step]}`;
  }
  return undefined;
}

/** Losses of the first and the fifth step from the same weights on the same batch. */
export function lossTable(
  tasks: readonly string[],
  peers: readonly string[],
  losses: ReadonlyMap<string, readonly number[]>,
): string {
  const rows = tasks.flatMap((task) =>
    [0, 4].map((step) => [
      `${task}, step ${step + 1}`,
      ...peers.map((peer) => losses.get(`${task} ${peer}`)?.[step].toPrecision(6) ?? "–"),
    ]),
  );
  return markdownTable(["loss from the same weights", ...peers], rows);
}
