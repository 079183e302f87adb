/** The outcome of a test, or of one part of it that failed. */
export interface Outcome {
  readonly name: string;
  readonly status: "passed" | "failed";
}

/** What each test of jupyter_kernel_test holds a kernel to. */
const about: Readonly<Record<string, string>> = {
  test_clear_output: "`clear_output` is published",
  test_completion: "completions of members, from the code itself and from Node's types",
  test_display_data: "HTML, Markdown and text are displayed",
  test_error: "an error's reply, and one `error` on IOPub",
  test_execute_result: "values as `text/plain`",
  test_execute_stderr: "stderr",
  test_execute_stdout: "stdout",
  test_history: "history by tail, range and search, with outputs, unique, and the last n",
  test_inspect: "documentation of a name",
  test_is_complete: "complete, incomplete and invalid code",
  test_kernel_info: "name and file extension of the language",
  test_pager: "`help(parseFloat)` opens the pager",
  test_recv_iopub_welcome_msg: "`iopub_welcome` is the first message a subscriber gets",
};

/** The table in kernel/CONFORMANCE.md, laid out as Prettier does. */
export function conformanceTable(tests: readonly string[], outcomes: readonly Outcome[]): string {
  const rows = tests.map((name) => {
    const mine = outcomes.filter((outcome) => outcome.name === name);
    const passed = mine.length > 0 && mine.every(({ status }) => status === "passed");
    return [`\`${name}\``, about[name] ?? "", passed ? "passed" : "failed"];
  });
  const all = [["jupyter_kernel_test 0.7", "what it asks for", "outcome"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padEnd(widths[column])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head, ...body] = all.map(line);
  return [head, rule, ...body].join("\n");
}
