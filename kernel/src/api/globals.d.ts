// The globals of a cell, for the language service and for `tsc` over lesson sources. It stands alone
// because it is read outside this package; a test holds it equal to types.ts.
export {};

declare global {
  /** Where a display goes and how it is read. */
  interface DisplayOptions {
    /** Name of the output. Showing again with the same name and `update: true` replaces it. */
    readonly displayId?: string;
    /** Replaces what was shown under `displayId`, in whichever cell that was. Default `false`. */
    readonly update?: boolean;
    /** The value already is a MIME bundle such as `{ "text/html": "<b>hi</b>" }`. Default `false`. */
    readonly raw?: boolean;
    /** Jupyter's metadata by MIME type, for example `{ "image/png": { width: 200 } }`. */
    readonly metadata?: Record<string, unknown>;
  }

  /** An output that has been shown and can be changed in place. */
  interface DisplayHandle<T = unknown> {
    readonly displayId: string;
    /** Replaces the output by another value of the same kind. */
    update(value: T): void;
  }

  /**
   * Shows a value below the cell: a table for data frames and arrays of objects, a picture for image
   * bytes, text for the rest. Values that know how they look (`Symbol.for("Jupyter.display")`) decide
   * for themselves.
   *
   * @returns a handle whose `update(value)` changes the output in place.
   * @example
   * const progress = display.text("epoch 0");
   * progress.update("epoch 1");
   */
  interface Display {
    (value: unknown, options?: DisplayOptions): DisplayHandle;
    /** Shows HTML. */
    html(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows Markdown; formulas between `$` signs are typeset. */
    markdown(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows a formula: `display.latex("$E = mc^2$")`. */
    latex(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows an SVG picture from its source. */
    svg(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows a PNG picture from the bytes of its file. */
    png(bytes: Uint8Array, options?: DisplayOptions): DisplayHandle<Uint8Array>;
    /** Shows a JPEG picture from the bytes of its file. */
    jpeg(bytes: Uint8Array, options?: DisplayOptions): DisplayHandle<Uint8Array>;
    /** Shows a GIF picture from the bytes of its file. */
    gif(bytes: Uint8Array, options?: DisplayOptions): DisplayHandle<Uint8Array>;
    /** Shows a value as a JSON tree that can be folded. */
    json(value: unknown, options?: DisplayOptions): DisplayHandle;
    /** Shows text as it is, without quotes; ANSI colours are kept. */
    text(text: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Runs JavaScript in the browser, with `element` as the output area. Trusted notebooks only. */
    javascript(source: string, options?: DisplayOptions): DisplayHandle<string>;
    /** Shows content of any MIME type; bytes are encoded in base64. */
    raw(mimeType: string, content: unknown, options?: DisplayOptions): DisplayHandle;
    /** Removes the cell's output. With `wait`, only when the next output comes, so nothing flickers. */
    clear(wait?: boolean): void;
  }

  /** Shows a value below the cell; see {@link Display}. */
  const display: Display;

  /**
   * Shows what is known of a value: its type and documentation, its members, the source of a
   * function. It opens in the front end's pager; where there is none, as in nbconvert, it is the
   * cell's output. A text names a type or something that has no value, such as a method.
   *
   * @example
   * help(parseFloat);
   * help("Array.prototype.map");
   */
  function help(value: unknown): void;

  /**
   * Asks the user for a line of text, and blocks until it comes: no other code of the notebook runs
   * meanwhile, timers included. `await input()` lets it run.
   *
   * @param message Shown beside the field.
   * @param defaultValue Returned where nothing is typed; shown in square brackets.
   * @returns the text, or `null` where the input was ended (Ctrl-D in a terminal).
   * @throws InputError where nobody can be asked, as under nbconvert.
   * @example
   * const name = prompt("Your name?", "Ada");
   */
  function prompt(message?: string, defaultValue?: string): string | null;

  /**
   * Asks a yes-or-no question, and blocks until the answer comes.
   *
   * @returns `true` for `y` or `yes` in any case, `false` for all else, nothing included.
   * @throws InputError where nobody can be asked, as under nbconvert.
   */
  function confirm(message?: string): boolean;

  /**
   * Shows a message and blocks until the user presses Enter. Where nobody can be asked it prints the
   * message and goes on.
   */
  function alert(message?: string): void;

  /**
   * Asks for a line of text that is not shown while it is typed, and blocks until it comes.
   *
   * @param message Shown beside the field. Default `"Password: "`.
   * @throws InputError where nobody can be asked or the input was ended.
   */
  function password(message?: string): string;

  /**
   * Asks the user for a line of text without blocking: other code of the notebook runs meanwhile.
   * Several at once are asked one after the other. Await it: at the end of its cell a question that
   * is still open is given up.
   *
   * @returns the text.
   * @throws InputError where nobody can be asked or the input was ended.
   * @example
   * const [rate, epochs] = await Promise.all([input("Learning rate?"), input("Epochs?")]);
   */
  function input(message?: string): Promise<string>;

  /** How a command is run. */
  interface ShellOptions {
    /** The folder it runs in. Default: `process.cwd()`, the notebook's unless it was changed. */
    readonly cwd?: string;
    /** Added to the environment variables; `undefined` takes one away. */
    readonly env?: Readonly<Record<string, string | undefined>>;
    /** What it reads from its stdin. Default: nothing. */
    readonly input?: string;
  }

  /** What a command printed, and its exit code: 0 where it succeeded, as a rule. */
  interface ShellResult {
    readonly stdout: string;
    readonly stderr: string;
    readonly code: number;
  }

  /**
   * Runs a command in the shell and gives what it prints, without showing it. It does not throw
   * where the command fails: look at `code`. A line of a cell that starts with `!` shows the output
   * as it comes, and fails with the command: `!npm --version`.
   *
   * Stop ends the command with all that it started. What is put into a command from a variable is
   * read by the shell; quote it.
   *
   * @throws TypeError for what is no command; Error where `cwd` does not exist.
   * @example
   * const files = (await shell("ls")).stdout.trim().split("\n");
   */
  function shell(command: string, options?: ShellOptions): Promise<ShellResult>;

  /** How packages are installed. */
  interface InstallOptions {
    /**
     * Runs the packages' own install scripts, which may do anything that you may. Default `false`:
     * most packages need none; some with native code do.
     */
    readonly scripts?: boolean;
  }

  /**
   * Adds npm packages beside the notebook; the next cell can import them. They go into the nearest
   * folder with a `package.json`, from the notebook's own upwards to a repository's root, else into
   * the notebook's own. A package that was imported already stays as it is until a restart.
   *
   * @param packages Names, with a version if one is wanted: `"d3"`, `"d3@7"`, `"file:../mine"`.
   * @throws InstallError saying why npm failed, as without a network.
   * @example
   * await install("lodash-es", "d3@7");
   * await install(["sharp"], { scripts: true });
   */
  function install(...packages: string[]): Promise<void>;
  function install(packages: readonly string[], options?: InstallOptions): Promise<void>;

  /** How `timeit` measures. */
  interface TimeitOptions {
    /** How often the loop is run. Default 7. */
    readonly runs?: number;
    /** Calls in a run. Default: the first of 1, 2, 5, 10, 20… with which a run takes 0.2 s or more. */
    readonly loops?: number;
  }

  /** How long a function takes. All times are in seconds, for one call. */
  interface Timing {
    readonly mean: number;
    /** Standard deviation over the runs (with n, not n − 1). */
    readonly std: number;
    /** The fastest run: the least disturbed by what else the machine does. */
    readonly best: number;
    /** The time for one call of each run. */
    readonly runs: readonly number[];
    /** Calls in each run. */
    readonly loops: number;
    /** As it is shown: `1.23 µs ± 0.05 µs per loop (mean ± std of 7 runs, 100 000 loops each)`. */
    toString(): string;
  }

  /**
   * Measures how long a function takes, the call itself included: first it is called until a run
   * takes 0.2 s, which also lets the engine optimise it, then the runs are timed. That takes two
   * seconds or more. For an asynchronous function await the result.
   *
   * The engine may leave out what nobody needs and compute only once what never changes. So return
   * the result from the function, where it is kept, and let the work depend on data.
   *
   * @throws TypeError for what is no function; RangeError for wrong options; what the function throws.
   * @example
   * const a = Float64Array.from({ length: 1e6 }, Math.random);
   * timeit(() => a.toSorted());
   */
  function timeit(fn: () => PromiseLike<unknown>, options?: TimeitOptions): Promise<Timing>;
  function timeit(fn: () => unknown, options?: TimeitOptions): Timing;
}
