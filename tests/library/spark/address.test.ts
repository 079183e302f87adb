import assert from "node:assert/strict";
import { connect, SparkError } from "daylab/spark";
import { parseAddress } from "../../../library/src/spark/address.ts";

describe("spark: addresses", () => {
  it("has Spark's parts and defaults", () => {
    assert.deepEqual(parseAddress("sc://localhost"), {
      host: "localhost",
      port: 15002,
      secure: false,
      headers: {},
    });
    assert.deepEqual(
      parseAddress(
        "sc://example.org:443/;use_ssl=true;token=a%20b;user_id=ann;x-team=ml;session_id=s",
      ),
      {
        host: "example.org",
        port: 443,
        secure: true,
        token: "a b",
        userId: "ann",
        sessionId: "s",
        headers: { "x-team": "ml" },
      },
    );
    assert.equal(parseAddress("sc://[::1]:7/").host, "[::1]");
    assert.equal(parseAddress("sc://h/;token=t").secure, true);
  });

  for (const [text, message] of [
    ["", /must start with sc:\/\//],
    ["http://h:1", /must start with sc:\/\//],
    ["sc://", /must start with sc:\/\//],
    ["sc://h:x", /port is "x"/],
    ["sc://h:0", /port is "0"/],
    ["sc://h:70000/", /port is "70000"/],
    ["sc://h/path", /only parameters may follow/],
    ["sc://h/;use_ssl", /parameter "use_ssl" has no value/],
    ["sc://h/;use_ssl=yes", /use_ssl is "yes"/],
    ["sc://h/;usr=x", /no parameter "usr"; there are token/],
    ["sc://h/;token=%zz", /not percent-encoded/],
    ["sc://h/;use_ssl=false;token=t", /only sent encrypted/],
  ] as const)
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => connect(text), message);
    });

  it("never shows a token", () => {
    assert.throws(
      () => parseAddress("sc://h/;token=secret;use_ssl=maybe"),
      (error: Error) => !error.message.includes("secret") && /token=…/.test(error.message),
    );
  });

  it("nobody there: says so with the address and what to look at", async () => {
    const spark = connect("sc://127.0.0.1:1");
    await assert.rejects(spark.sql("select 1"), (error: Error) => {
      assert.ok(error instanceof SparkError);
      return /No Spark Connect endpoint answers at 127\.0\.0\.1:1.*port right/.test(error.message);
    });
    await assert.rejects(spark.close(), SparkError);
  });
});
