import { createServer, type ServerResponse } from "node:http";
import { verify } from "@node-rs/argon2";
import { v7 as uuidv7 } from "uuid";
import { connect } from "../src/platform/db/connect.ts";
import type { FloorPlan, Parameter, Target } from "./floor-plan.ts";

// The floor: the same statements through the same driver and the same bytes back, with nothing else.
process.once("message", (plan: FloorPlan) => {
  const { sql } = connect({ url: plan.databaseUrl, role: "daftar_web", max: 10 });
  const targets = new Map(plan.targets.map((target) => [target.path, { ...target }]));

  const body = Buffer.from(plan.answer.body);

  async function answer(path: string, response: ServerResponse): Promise<void> {
    const target = targets.get(path);
    if (!target) throw new Error(`No target has the path ${path}`);
    for (const { text, parameters } of plan.statements) {
      const values = parameters.map((parameter) => valueOf(parameter, target));
      const rows = await sql.unsafe(text, values as never[], { prepare: true });
      if (rows.count === 0) throw new Error(`Nothing was found or written for ${path}`);
    }
    if (plan.verify) await verify(plan.verify.hash, plan.verify.password);
    target.version++;
    response.writeHead(plan.answer.status, plan.answer.headers).end(body);
  }

  const server = createServer((request, response) => {
    request.resume();
    answer(request.url ?? "", response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(plan.port, "127.0.0.1", () => process.send?.("ready"));
});

function valueOf(parameter: Parameter, target: Target): unknown {
  if (parameter.is === "constant") return parameter.value;
  return parameter.is === "fresh" ? uuidv7() : target[parameter.is];
}
