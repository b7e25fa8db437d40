import { connect } from "../../src/platform/db/connect.ts";
import { sealAudit } from "../../src/registry/audit/seal.ts";
import { giveGaplessNumbers } from "../../src/registry/numbers/give-gapless.ts";

// A sealer of its own, so that a test can kill it in the middle: node giving-process.ts <url> <audit key in hex>
const [url = "", key = ""] = process.argv.slice(2);
const { kysely: db } = connect({ url, role: "daftar_worker", max: 2 });
const keyring = { audit: Buffer.from(key, "hex") };
process.stdout.write("begun\n");
for (;;) {
  await sealAudit({ db, keyring });
  await giveGaplessNumbers(db);
}
