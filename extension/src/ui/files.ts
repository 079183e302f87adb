import { element } from "./element.ts";

/** Hands the learner a file through the browser's own download. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href: url, download: name }).click();
  // The download has begun once this task ends.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Asks for a file of the learner's own machine; undefined where the choice was cancelled. */
export function pickFile(accept: string): Promise<{ name: string; text: string } | undefined> {
  const input = element("input", { type: "file", accept });
  return new Promise((resolve, reject) => {
    input.addEventListener("cancel", () => resolve(undefined));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file === undefined) return resolve(undefined);
      file.text().then((text) => resolve({ name: file.name, text }), reject);
    });
    input.click();
  });
}
