/** A box that is to be placed, under those it comes from. */
export interface Box {
  readonly width: number;
  readonly from: readonly number[];
}

export interface Place {
  /** Middle of the box. */
  readonly x: number;
  /** Which row, from 0. */
  readonly row: number;
}

/** Where an edge goes between its ends: a place in each row that it passes. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly through: readonly Place[];
}

export interface Layout {
  readonly places: readonly Place[];
  readonly edges: readonly Edge[];
  readonly rows: number;
  readonly width: number;
}

interface Item {
  x: number;
  readonly row: number;
  readonly width: number;
  readonly up: number[];
  readonly down: number[];
}

const sweeps = 12;
const passWidth = 16;

/**
 * Places boxes in rows so that each stands under what it comes from, with few crossings. An edge over
 * several rows takes a place of its own in each, so that it goes round the boxes. Source: the steps of
 * K. Sugiyama et al., 1981; rows by longest path, order and places by means of neighbours.
 */
export function layered(boxes: readonly Box[], gap: number): Layout {
  const rowOf: number[] = [];
  boxes.forEach(({ from }, i) => {
    rowOf[i] = from.length === 0 ? 0 : 1 + Math.max(...from.map((before) => rowOf[before]));
  });
  // What comes from nothing, such as a second input, stands right above what needs it.
  boxes.forEach(({ from }, i) => {
    const needing = boxes.flatMap((box, j) => (box.from.includes(i) ? [rowOf[j]] : []));
    if (from.length === 0 && needing.length > 0) rowOf[i] = Math.min(...needing) - 1;
  });
  const items: Item[] = boxes.map(({ width }, i) => ({
    ...{ x: 0, row: rowOf[i], width, up: [], down: [] },
  }));
  const edges = boxes.flatMap(({ from }, to) =>
    from.map((start) => {
      const chain = [start];
      for (let row = rowOf[start] + 1; row < rowOf[to]; row++)
        chain.push(items.push({ x: 0, row, width: passWidth, up: [], down: [] }) - 1);
      chain.push(to);
      for (let i = 1; i < chain.length; i++) {
        items[chain[i]].up.push(chain[i - 1]);
        items[chain[i - 1]].down.push(chain[i]);
      }
      return { from: start, to, chain };
    }),
  );
  const count = Math.max(-1, ...rowOf) + 1;
  const rows = Array.from({ length: count }, (_, row) =>
    items.flatMap((item, i) => (item.row === row ? [i] : [])),
  );
  for (const row of rows) spread(items, row, gap);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed()) settle(items, row, gap, down);
  }
  const left = Math.min(...items.map(({ x, width }) => x - width / 2));
  const right = Math.max(...items.map(({ x, width }) => x + width / 2));
  const place = (i: number): Place => ({ x: items[i].x - left, row: items[i].row });
  return {
    places: boxes.map((_, i) => place(i)),
    edges: edges.map(({ from, to, chain }) => ({
      ...{ from, to, through: chain.slice(1, -1).map(place) },
    })),
    rows: count,
    width: right - left,
  };
}

/** Side by side around 0. */
function spread(items: readonly Item[], row: readonly number[], gap: number): void {
  const width = row.reduce((sum, i) => sum + items[i].width + gap, -gap);
  let x = -width / 2;
  for (const i of row) {
    items[i].x = x + items[i].width / 2;
    x += items[i].width + gap;
  }
}

/** Moves each to the mean of its neighbours in the row before, in their order, without overlap. */
function settle(items: Item[], row: number[], gap: number, down: boolean): void {
  const wish = new Map(
    row.map((i) => {
      const near = down ? items[i].up : items[i].down;
      const mean = near.reduce((sum, j) => sum + items[j].x, 0) / near.length;
      return [i, near.length === 0 ? items[i].x : mean];
    }),
  );
  row.sort((a, b) => wish.get(a)! - wish.get(b)!);
  const half = (i: number): number => (items[i].width + gap) / 2;
  let end = -Infinity;
  for (const i of row) {
    items[i].x = Math.max(wish.get(i)!, end + half(i));
    end = items[i].x + half(i);
  }
  // Pushing to the right alone would drift: the row is moved back as a whole.
  const drift = row.reduce((sum, i) => sum + items[i].x - wish.get(i)!, 0) / row.length;
  for (const i of row) items[i].x -= drift;
}
