/**
 * The messages of connect.proto as this client writes and reads them.
 *
 * @module
 */

/** What every request says about who asks. */
export interface Asker {
  readonly session_id: string;
  readonly user_context: { readonly user_id: string };
  readonly client_type: string;
}

/** A plan: a relation, encoded, or a command. */
export type Plan =
  | { readonly root: Uint8Array }
  | { readonly command: { readonly sql_command: { readonly sql: string } } }
  | { readonly command: { readonly create_dataframe_view: CreateView } };

export interface CreateView {
  readonly input: Uint8Array;
  readonly name: string;
  readonly is_global: boolean;
  readonly replace: boolean;
}

export type Relation =
  | { readonly read: { readonly named_table: { readonly unparsed_identifier: string } } }
  | { readonly local_relation: { readonly data: Uint8Array } };

export interface ExecutePlanRequest extends Asker {
  readonly plan: Plan;
  readonly operation_id: string;
}

/** A response carries one of these, or something that is not read here. */
export interface ExecutePlanResponse {
  readonly arrow_batch?: { readonly row_count: string; readonly data: Buffer } | null;
  readonly sql_command_result?: { readonly relation: Buffer } | null;
}
