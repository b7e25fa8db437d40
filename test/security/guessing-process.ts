import { connect } from "../../src/platform/db/connect.ts";
import { readKeyring } from "../../src/platform/keys/keyring.ts";
import { limitsOn } from "../../src/platform/limits.ts";
import { Refusal } from "../../src/platform/refusals.ts";
import { rules } from "../../src/registry/accounts/rules.ts";

// A web process's counters in a process of their own, so that a test can kill it: node guessing-process.ts <url> <keys>.
// It counts guesses at one account until one is refused, says how many went through, and stays.
const [url = "", keys = ""] = process.argv.slice(2);
const { sql } = connect({ url, role: "daftar_web", max: 2 });
const limits = limitsOn(sql, readKeyring(keys, { create: false }));
let passed = 0;
try {
  for (;;) {
    await limits.guess(rules.login, "the account");
    passed++;
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stdout.write(`${passed}\n`);
}
