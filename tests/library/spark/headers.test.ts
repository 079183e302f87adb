import assert from "node:assert/strict";
import { join } from "node:path";
import {
  loadPackageDefinition,
  type Metadata,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  status,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { connect } from "daylab/spark";

const proto = join(import.meta.dirname, "../../../library/src/spark/protocol/connect.proto");

interface Asked {
  readonly session_id: string;
  readonly user_context: { readonly user_id: string };
  readonly client_type: string;
}

describe("spark: what every call carries, and how refusals are told", () => {
  const server = new Server();
  let port: number;
  let seen: { request: Asked; metadata: Metadata } | undefined;
  let refusal = { code: status.OK, details: "" };

  before(async () => {
    const loaded = loadPackageDefinition(loadSync(proto, { keepCase: true })) as unknown as {
      spark: { connect: { SparkConnectService: { service: never } } };
    };
    server.addService(loaded.spark.connect.SparkConnectService.service, {
      ExecutePlan: (call: ServerWritableStream<Asked, object>) => {
        seen = { request: call.request, metadata: call.metadata };
        if (refusal.code === status.OK) call.end();
        else call.emit("error", refusal);
      },
    });
    port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
  });
  after(() => server.forceShutdown());

  it("the user, the session and the headers of the address", async () => {
    const spark = connect(`sc://127.0.0.1:${port}/;user_id=ann;session_id=abc;x-team=ml`);
    assert.deepEqual((await spark.sql("select 1")).shape, [0, 0]);
    assert.equal(seen?.request.user_context.user_id, "ann");
    assert.equal(seen?.request.session_id, "abc");
    assert.equal(seen?.request.client_type, "daylab");
    assert.deepEqual(seen?.metadata.get("x-team"), ["ml"]);
  });

  for (const [code, details, message] of [
    [status.UNAUTHENTICATED, "no token", /refused: no token\. Check the token/],
    [status.PERMISSION_DENIED, "not yours", /refused: not yours/],
    [status.UNIMPLEMENTED, "what?", /is not a Spark Connect endpoint: what\?/],
    [status.DEADLINE_EXCEEDED, "slow", /did not answer in time: slow/],
    [
      status.INTERNAL,
      "[DIVIDE_BY_ZERO] Division by zero.\n\nJVM stacktrace:\norg.apache.spark.X\n\tat org.apache.Y",
      /^\[DIVIDE_BY_ZERO\] Division by zero\.$/,
    ],
  ] as const)
    it(`${status[code]} in words`, async () => {
      refusal = { code, details };
      const spark = connect(`sc://127.0.0.1:${port}`);
      await assert.rejects(spark.sql("select 1"), { name: "SparkError", message });
    });
});
