const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * One line a step: on a terminal it shows what the step's tool says and the time gone by, elsewhere
 * (CI, a pipe) it is written once the step has ended.
 *
 * @param {number} index 1-based
 * @param {number} total
 * @param {string} title
 * @param {string} expectation what the first run takes, said while it runs
 */
export function startProgress(index, total, title, expectation, out = process.stdout) {
  const started = Date.now();
  const head = `[${index}/${total}] ${title}`;
  let detail = expectation;
  const draw = () => {
    const text = `${head} … ${seconds(started)}  ${detail}`;
    out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
  };
  const timer = out.isTTY ? setInterval(draw, 200) : undefined;
  if (!out.isTTY) out.write(`${head} … (${expectation})\n`);
  const end = (mark, text) => {
    clearInterval(timer);
    out.write(`${out.isTTY ? "\r\x1b[2K" : ""}${head} ${mark} ${text}\n`);
  };
  return {
    say(line) {
      detail = line;
    },
    done: () => end("✓", seconds(started)),
    failed: () => end("✗", seconds(started)),
  };
}
