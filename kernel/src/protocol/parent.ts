/** How often the kernel looks whether the process that started it is still there. */
const interval = 1_000;

/**
 * Ends the process once the Jupyter process that started it is gone without saying so, for example
 * killed: nobody could reach or stop the kernel any more. A kernel started by hand is left alone.
 *
 * @param leaving is called just before.
 */
export function watchParent(leaving: () => void): void {
  if (!process.env.JPY_PARENT_PID) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    leaving();
    process.kill(process.pid, "SIGKILL");
  }, interval).unref();
}
