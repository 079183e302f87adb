import assert from "node:assert/strict";
import { JupyterClient, type Received } from "../client/jupyter-client.ts";

const isIdle = ({ type, content }: Received) =>
  type === "status" && content.execution_state === "idle";

type Data = { readonly method: string; readonly state: Record<string, unknown> };

describe("widgets over the wire", () => {
  let kernel: JupyterClient;
  let cell: string;
  let id: string;

  before(async () => {
    kernel = await JupyterClient.start({ env: { DAYLAB_TYPES: "off" } });
    cell = kernel.begin(`
      import { Button, IntSlider, Label, closeAll } from "daylab/widgets";
      const slider = new IntSlider({ value: 3, max: 10 });
      const label = new Label();
      slider.observe((change) => { label.value = "now " + change.new; console.log("moved"); });
      slider`);
    const { reply, published } = await kernel.answer(cell);
    assert.equal(reply.status, "ok", String(reply.evalue));
    const { content } = published.find(({ type }) => type === "execute_result")!;
    const data = content.data as Record<string, { model_id: string }>;
    id = data["application/vnd.jupyter.widget-view+json"].model_id;
  });
  after(() => kernel.stop());

  async function send(data: object) {
    const request = kernel.send("shell", "comm_msg", { comm_id: id, data });
    await kernel.published(request, isIdle);
    return kernel.received.filter(({ parent }) => parent === request);
  }

  it("a moved slider is echoed, and what follows from it is sent before idle", async () => {
    const answer = await send({ method: "update", state: { value: 8 }, buffer_paths: [] });
    assert.deepEqual(
      answer.map(({ type, content }) => {
        const { method, state } = Object(content.data) as Data;
        return [type, content.execution_state ?? method, state];
      }),
      [
        ["status", "busy", undefined],
        ["comm_msg", "echo_update", { value: 8 }],
        ["comm_msg", "update", { value: "now 8" }],
        ["status", "idle", undefined],
      ],
    );
    assert.equal(await kernel.evaluate("slider.value"), "8");
    const printed = kernel.received.filter(
      ({ parent, type }) => parent === cell && type === "stream",
    );
    assert.equal(printed.map(({ content }) => content.text).join(""), "moved\n");
  });

  it("a value that cannot be is taken back, and the reason stands under the cell", async () => {
    const answer = await send({ method: "update", state: { value: 80 }, buffer_paths: [] });
    const last = answer.filter(({ type }) => type === "comm_msg").at(-1)!;
    assert.deepEqual(last.content.data, {
      method: "update",
      state: { value: 8 },
      buffer_paths: [],
    });
    const errors = kernel.received.filter(
      ({ parent, content }) => parent === cell && content.name === "stderr",
    );
    assert.match(errors.map(({ content }) => content.text).join(""), /value 80 is outside 0 .* 10/);
  });

  it("are listed until they are closed", async () => {
    const listed = async () => {
      const { reply } = await kernel.request("shell", "comm_info_request", {
        target_name: "jupyter.widget",
      });
      return Object.keys(reply.comms as object);
    };
    assert.ok((await listed()).includes(id));
    await kernel.execute("closeAll()");
    assert.deepEqual(await listed(), []);
  });

  it("two thousand updates in a loop that blocks arrive in order, none lost", async () => {
    const { published } = await kernel.execute(
      `const counter = new Label(); for (let i = 0; i < 2_000; i++) counter.value = String(i);`,
    );
    const values = published
      .filter(({ type }) => type === "comm_msg")
      .map(({ content }) => (content.data as Data).state.value);
    assert.equal(values.length, 2_000);
    assert.ok(values.every((value, i) => value === String(i)));
  });
});
