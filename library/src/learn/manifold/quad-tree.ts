/**
 * Points of the plane in squares of squares, each with its number of points and their mean (Barnes and
 * Hut, 1986). The arrays are used again for each set of points.
 */
export class QuadTree {
  #children: Int32Array;
  #counts: Int32Array;
  #x: Float64Array;
  #y: Float64Array;
  #size = 0;
  #width = 0;
  readonly #stack = new Int32Array(1024);
  readonly #widths = new Float64Array(1024);

  constructor(points: number) {
    const room = 4 * points + 64;
    this.#children = new Int32Array(4 * room);
    this.#counts = new Int32Array(room);
    this.#x = new Float64Array(room);
    this.#y = new Float64Array(room);
  }

  /** Takes points as x, y, x, y, …. */
  build(points: Float64Array): void {
    let left = Infinity;
    let right = -Infinity;
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < points.length; i += 2) {
      if (points[i] < left) left = points[i];
      if (points[i] > right) right = points[i];
      if (points[i + 1] < low) low = points[i + 1];
      if (points[i + 1] > high) high = points[i + 1];
    }
    this.#width = Math.max(right - left, high - low, 1e-12);
    this.#size = 0;
    this.#add();
    for (let i = 0; i < points.length; i += 2) {
      this.#insert(points[i], points[i + 1], left, low, this.#width);
    }
  }

  /**
   * Adds the push of all points on one to `out` (two numbers).
   *
   * @param angle squares that look smaller than this stand for their points
   * @returns the sum of 1 / (1 + distance²) over the other points
   */
  push(px: number, py: number, angle: number, out: Float64Array): number {
    const stack = this.#stack;
    const widths = this.#widths;
    const children = this.#children;
    const counts = this.#counts;
    const xs = this.#x;
    const ys = this.#y;
    const limit = angle * angle;
    let depth = 1;
    stack[0] = 0;
    widths[0] = this.#width;
    let sum = 0;
    let ox = 0;
    let oy = 0;
    while (depth > 0) {
      depth -= 1;
      const cell = stack[depth];
      const width = widths[depth];
      const dx = px - xs[cell];
      const dy = py - ys[cell];
      const square = dx * dx + dy * dy;
      const first = children[4 * cell];
      if (first === 0 || width * width < limit * square) {
        // A leaf at the point itself pushes nothing; the point is taken off the sum.
        const q = 1 / (1 + square);
        const count = counts[cell];
        sum += count * q;
        const force = count * q * q;
        ox += force * dx;
        oy += force * dy;
        continue;
      }
      for (let c = 0; c < 4; c++) {
        const child = first + c;
        if (counts[child] === 0) continue;
        stack[depth] = child;
        widths[depth] = width / 2;
        depth += 1;
      }
    }
    out[0] = ox;
    out[1] = oy;
    return sum - 1;
  }

  /** A cell without points; children stand four together. */
  #add(): number {
    const cell = this.#size++;
    if (cell >= this.#counts.length) this.#grow();
    this.#children[4 * cell] = 0;
    this.#counts[cell] = 0;
    return cell;
  }

  #insert(x: number, y: number, left: number, low: number, width: number): void {
    let cell = 0;
    for (let depth = 0; ; depth++) {
      const count = this.#counts[cell];
      const oldX = this.#x[cell];
      const oldY = this.#y[cell];
      this.#counts[cell] = count + 1;
      this.#x[cell] = (oldX * count + x) / (count + 1);
      this.#y[cell] = (oldY * count + y) / (count + 1);
      if (count === 0) return;
      width /= 2;
      if (this.#children[4 * cell] === 0) {
        // Points that are the same, or nearly, stay together.
        if (depth > 48 || (oldX === x && oldY === y)) return;
        const first = this.#add();
        this.#add();
        this.#add();
        this.#add();
        this.#children[4 * cell] = first;
        const child = first + (oldX >= left + width ? 1 : 0) + (oldY >= low + width ? 2 : 0);
        this.#counts[child] = count;
        this.#x[child] = oldX;
        this.#y[child] = oldY;
      }
      const toRight = x >= left + width;
      const above = y >= low + width;
      cell = this.#children[4 * cell] + (toRight ? 1 : 0) + (above ? 2 : 0);
      if (toRight) left += width;
      if (above) low += width;
    }
  }

  #grow(): void {
    const longer = <T extends Int32Array | Float64Array>(array: T): T => {
      const made = new (array.constructor as new (length: number) => T)(2 * array.length);
      made.set(array);
      return made;
    };
    this.#children = longer(this.#children);
    this.#counts = longer(this.#counts);
    this.#x = longer(this.#x);
    this.#y = longer(this.#y);
  }
}
