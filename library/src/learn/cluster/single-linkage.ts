import type { Matrix } from "../matrix/index.ts";
import { squaredDistance } from "./lloyd.ts";
import type { Joins } from "./neighbour-chain.ts";

/** The edges of a minimum spanning tree (Prim), which are the joins of single linkage. */
export function singleJoins(x: Matrix): Joins {
  const { rows, columns, data } = x;
  const a = new Int32Array(rows - 1);
  const b = new Int32Array(rows - 1);
  const distance = new Float64Array(rows - 1);
  const least = new Float64Array(rows).fill(Infinity);
  const done = new Uint8Array(rows);
  let at = 0;
  for (let join = 0; join < rows - 1; join++) {
    done[at] = 1;
    let next = -1;
    for (let i = 0; i < rows; i++) {
      if (done[i] === 1) continue;
      const gap = squaredDistance(data, at * columns, data, i * columns, columns);
      if (gap < least[i]) least[i] = gap;
      if (next < 0 || least[i] < least[next]) next = i;
    }
    a[join] = at;
    b[join] = next;
    distance[join] = Math.sqrt(least[next]);
    at = next;
  }
  return { a, b, distance };
}
