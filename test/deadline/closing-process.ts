import { connect } from "../../src/platform/db/connect.ts";
import { closeProgram } from "../../src/registry/applications/close.ts";

// A worker process of its own, so that a test can kill it in the middle: node closing-process.ts <url> <program> <batch>
const [url = "", programId = "", batch = "50"] = process.argv.slice(2);
const { kysely, close } = connect({ url, role: "daftar_worker", max: 4 });
process.stdout.write("closing\n");
await closeProgram(kysely, programId, Number(batch));
process.stdout.write("closed\n");
await close();
