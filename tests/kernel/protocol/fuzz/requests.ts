/** A request of each type with all fields that the protocol has, harmless as it is. */
export const requests: Readonly<Record<string, object>> = {
  kernel_info_request: {},
  execute_request: {
    ...{ code: "1", silent: false, store_history: true, user_expressions: { a: "1" } },
    ...{ allow_stdin: false, stop_on_error: false },
  },
  inspect_request: { code: "parseFloat", cursor_pos: 3, detail_level: 0 },
  complete_request: { code: "Math.sq", cursor_pos: 7 },
  is_complete_request: { code: "1" },
  history_request: {
    ...{ output: true, raw: true, hist_access_type: "search", session: 0, start: 0, stop: 5 },
    ...{ n: 3, pattern: "*1*", unique: true },
  },
  comm_info_request: { target_name: "t" },
  connect_request: {},
  interrupt_request: {},
  comm_open: { comm_id: "fuzz", target_name: "nobody", data: {} },
  comm_msg: { comm_id: "fuzz", data: {} },
  comm_close: { comm_id: "fuzz", data: {} },
  create_subshell_request: {},
  delete_subshell_request: { subshell_id: "none" },
  list_subshell_request: {},
  debug_request: { type: "request", seq: 1, command: "debugInfo", arguments: {} },
  input_reply: { status: "ok", value: "unasked" },
};
