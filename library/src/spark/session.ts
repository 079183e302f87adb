import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import type { DataFrame, Row } from "../frame/index.ts";
import { parseAddress, type SparkAddress } from "./address.ts";
import { arrowOf, frameFromArrow } from "./arrow.ts";
import {
  encodeRelation,
  type Asker,
  type ExecutePlanResponse,
  type Plan,
  type Service,
  serviceClient,
} from "./protocol/index.ts";
import { sparkError } from "./spark-error.ts";

export interface QueryOptions {
  /** Cancels the query, on the server too. */
  readonly signal?: AbortSignal;
}

/** A session on a Spark Connect endpoint. Made by {@link connect}. */
export class SparkSession {
  readonly #address: string;
  readonly #asker: Asker;
  readonly #service: Service;
  readonly #metadata = new Metadata();

  /** @internal */
  constructor(address: SparkAddress) {
    this.#address = `${address.host}:${address.port}`;
    this.#asker = {
      session_id: address.sessionId ?? randomUUID(),
      user_context: { user_id: address.userId ?? userName() },
      client_type: "daylab",
    };
    for (const [name, value] of Object.entries(address.headers)) this.#metadata.set(name, value);
    if (address.token !== undefined) this.#metadata.set("authorization", `Bearer ${address.token}`);
    this.#service = serviceClient(
      this.#address,
      address.secure ? credentials.createSsl() : credentials.createInsecure(),
      { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 },
    );
  }

  /** The session's id on the server. */
  get id(): string {
    return this.#asker.session_id;
  }

  /**
   * Runs one SQL statement and brings its rows here. After a statement that has none of its own
   * (`CREATE VIEW …`) the frame holds whatever the server answers, mostly nothing.
   *
   * @throws SparkError with Spark's own message
   * @example
   * const perSeat = await spark.sql("select seat, avg(fare) as fare from trips group by seat");
   */
  async sql<R extends object = Row>(
    query: string,
    options: QueryOptions = {},
  ): Promise<DataFrame<R>> {
    const { batches, relation } = await this.#execute(
      { command: { sql_command: { sql: query } } },
      options,
    );
    if (relation === undefined) return frameFromArrow(batches);
    return frameFromArrow((await this.#execute({ root: relation }, options)).batches);
  }

  /**
   * All rows of a table or view.
   *
   * @example
   * const trips = await spark.table("sales.trips");
   */
  async table<R extends object = Row>(
    name: string,
    options: QueryOptions = {},
  ): Promise<DataFrame<R>> {
    const root = encodeRelation({ read: { named_table: { unparsed_identifier: name } } });
    return frameFromArrow((await this.#execute({ root }, options)).batches);
  }

  /**
   * Sends a frame to the server, where SQL of this session finds it as a view of this name.
   *
   * @example
   * await spark.createView("people", new DataFrame({ id: [1], name: ["ann"] }));
   */
  async createView<R extends object>(
    name: string,
    frame: DataFrame<R>,
    options: QueryOptions = {},
  ): Promise<void> {
    const data = arrowOf(frame);
    const input = encodeRelation({ local_relation: { data } });
    const view = { input, name, is_global: false, replace: true };
    await this.#execute({ command: { create_dataframe_view: view } }, options);
  }

  /** What the server's own SQL function `version()` says: Spark's version, or that of another engine. */
  async version(): Promise<string> {
    const answer = await this.sql<{ version: string }>("select version() as version");
    return answer.iat(0, 0).split(" ")[0];
  }

  /** Ends the session on the server and the connection. */
  async close(): Promise<void> {
    try {
      await this.#unary((done) => this.#service.ReleaseSession(this.#asker, this.#metadata, done));
    } finally {
      this.#service.close();
    }
  }

  #execute(plan: Plan, { signal }: QueryOptions): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const operation_id = randomUUID();
      const batches: Buffer[] = [];
      let relation: Buffer | undefined;
      const call = this.#service.ExecutePlan(
        { ...this.#asker, plan, operation_id },
        this.#metadata,
      );
      const cancel = (): void => {
        const operation = { ...this.#asker, interrupt_type: 3, operation_id } as const;
        // The query ends there too; that it may have ended by now is no error.
        this.#service.Interrupt(operation, this.#metadata, () => {});
        call.cancel();
      };
      signal?.addEventListener("abort", cancel, { once: true });
      const end = (): void => signal?.removeEventListener("abort", cancel);
      call.on("data", (response: ExecutePlanResponse) => {
        if (response.arrow_batch) batches.push(response.arrow_batch.data);
        if (response.sql_command_result) relation = response.sql_command_result.relation;
      });
      call.on("error", (error: ServiceError) => {
        end();
        reject(signal?.aborted ? (signal.reason as Error) : sparkError(error, this.#address));
      });
      call.on("end", () => {
        end();
        resolve({ batches, relation });
      });
    });
  }

  #unary<Response>(
    call: (done: (error: ServiceError | null, response?: Response) => void) => unknown,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      call((error, response) => {
        if (error) reject(sparkError(error, this.#address));
        else resolve(response as Response);
      });
    });
  }
}

interface Answer {
  readonly batches: readonly Buffer[];
  readonly relation: Buffer | undefined;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return "daylab";
  }
}

/**
 * A session on a Spark cluster, or on any engine that speaks Spark Connect (Sail, for one). Nothing is
 * sent before the first query.
 *
 * The address is that of PySpark's `remote`: `sc://host:15002`, with parameters after `/;` such as
 * `use_ssl=true`, `token=…` and `user_id=…`.
 *
 * @throws TypeError where the address is not one
 * @example
 * const spark = connect("sc://localhost:15002");
 * const trips = await spark.sql("select count(*) as n from trips");
 * await spark.close();
 */
export function connect(address: string): SparkSession {
  return new SparkSession(parseAddress(address));
}
