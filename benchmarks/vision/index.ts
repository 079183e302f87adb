/**
 * Image processing beside OpenCV on one thread, 1024 × 1024, median milliseconds of CPU time (which a
 * busy machine changes less than the clock):
 * `node benchmarks/vision/index.ts [python with OpenCV]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as vision from "../../library/src/vision/index.ts";
import { runForJson } from "../run-process.ts";

const size = 1024;
const rounds = 7;

/** Waves, discs and a little noise, the same in every run. */
function picture(): Uint8Array {
  const pixels = new Uint8Array(size * size * 3);
  let state = 1;
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const disc = Math.hypot((x % 128) - 64, (y % 128) - 64) < 40 ? 70 : 0;
      for (let c = 0; c < 3; c++, i++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        const wave = 40 * Math.sin((x * (c + 1)) / 90) * Math.cos(y / (70 + 20 * c));
        pixels[i] = 90 + wave + disc + 14 * (state / 2 ** 32);
      }
    }
  }
  return pixels;
}

const pixels = picture();
const rgb = vision.Image.from({ data: pixels, shape: [size, size, 3] });
const gray = vision.convertColor(rgb, "gray");
const mask = vision.threshold(gray, vision.otsuThreshold(gray));
const floats = rgb.toFloat();
const ones = vision.structuringElement("rect", 5);

const tasks: Record<string, () => unknown> = {
  gray: () => vision.convertColor(rgb, "gray"),
  HSV: () => vision.convertColor(rgb, "hsv"),
  "Lab (floats)": () => vision.convertColor(floats, "lab"),
  "resize to 512, bilinear": () => vision.resize(rgb, { width: 512, antialias: false }),
  "resize to 300, area": () => vision.resize(rgb, { width: 300, method: "area" }),
  "rotate by 30°": () => vision.rotate(rgb, 30),
  "Gaussian, sigma 2": () => vision.gaussianBlur(gray, { sigma: 2 }),
  "box, 9 × 9": () => vision.boxBlur(gray, { size: 9 }),
  "median, 3 × 3": () => vision.medianBlur(gray, 3),
  "median, 7 × 7": () => vision.medianBlur(gray, 7),
  "bilateral, 7": () =>
    vision.bilateralFilter(gray, { diameter: 7, sigmaColor: 40, sigmaSpace: 3 }),
  Sobel: () => vision.sobel(gray),
  Canny: () => vision.canny(gray, { low: 50, high: 150 }),
  "histogram equalisation": () => vision.equalizeHistogram(gray),
  CLAHE: () => vision.clahe(gray),
  Otsu: () => vision.otsuThreshold(gray),
  "dilate, 5 × 5": () => vision.dilate(gray, ones),
  "distance transform": () => vision.distanceTransform(mask),
  "connected components": () => vision.connectedComponents(mask),
  contours: () => vision.findContours(mask),
};

function median(task: () => unknown): number {
  task();
  task();
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[(rounds - 1) / 2];
}

interface Peer {
  readonly version: string;
  readonly times: Readonly<Record<string, number>>;
}

async function openCv(python: string): Promise<Peer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "daylab-vision-"));
  try {
    const file = path.join(folder, "pixels");
    writeFileSync(file, pixels);
    const program = path.join(import.meta.dirname, "opencv.py");
    return await runForJson<Peer>(python, [program, file, String(rounds)], { limit: 120 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const python = process.argv[2] as string | undefined;
const peer = python === undefined ? undefined : await openCv(python);
console.log(`| 1024 × 1024, ms | Daylab | OpenCV ${peer?.version ?? "(not asked)"} | times |`);
console.log("| --- | --: | --: | --: |");
for (const [name, task] of Object.entries(tasks)) {
  const ours = median(task);
  const theirs = peer?.times[name] ?? NaN;
  const cells = [name, ours.toFixed(1), theirs.toFixed(1), (ours / theirs).toFixed(1)];
  console.log(`| ${cells.join(" | ")} |`);
}
