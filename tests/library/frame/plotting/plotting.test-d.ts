import { DataFrame } from "../../../../library/src/frame/index.ts";

const df = new DataFrame({ age: [31, 47], city: ["Rome", "Oslo"] });

df.plot.line({ y: "age" });
df.plot("div").scatter({ config: { x: "age", y: "age" } });
// @ts-expect-error a column that the frame lacks
df.plot.line({ y: "ages" });
// @ts-expect-error the same by danfo's options
df.plot.scatter({ config: { x: "ages" } });
// @ts-expect-error an option that no histogram has
df.plot.hist({ bin: 3 });
df.column("age").plot.hist({ bins: 3 });
// @ts-expect-error a series has no second column
df.column("age").plot.line({ x: "city" });
