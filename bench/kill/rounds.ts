import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { auditPublicKey } from "../../src/registry/audit/heads.ts";
import { verifyAudit } from "../../src/registry/audit/verify.ts";
import { prepareGround } from "../ground.ts";
import type { Options } from "../options.ts";
import { openStage, type Stage } from "../stage.ts";
import { type Expected, findBroken } from "./ledger.ts";
import { startRole } from "./processes.ts";
import { playRound, type Victim } from "./round.ts";

/** The line that the rounds print. */
export interface KillResult {
  readonly name: "deadline-kill";
  readonly rounds: number;
  /** How often each was killed. */
  readonly killed: Readonly<Record<Victim, number>>;
  /** Applications over all rounds, and of whom the owner was led to a receipt after pressing the button. */
  readonly applications: number;
  readonly acknowledged: number;
  /** Tries that got no answer, since somebody was dead. */
  readonly unanswered: number;
  /** The longest time from a kill until nothing was left to close; extensions of three seconds are part of it. */
  readonly slowest_recovery_s: number;
  /** Things that must hold and do not; processes that ended by themselves count. */
  readonly errors: number;
  readonly seconds: number;
}

const victims: readonly Victim[] = ["worker", "web", "postgres", "postmaster"];

/**
 * Closings during which something is killed with SIGKILL at a random moment: the worker, the web process or PostgreSQL,
 * with fsync on, while people submit by hand over HTTP and an officer extends the window. After each round every
 * application is looked at.
 */
export async function benchKill(
  options: Pick<Options, "rounds" | "drafts" | "submits">,
  tell: (line: string) => void,
): Promise<KillResult> {
  const begun = performance.now();
  const stage = await openStage();
  try {
    const ground = await prepareGround(stage, {
      window: {
        opens: new Date(Date.now() - 86_400_000).toISOString(),
        closes: new Date(Date.now() + 86_400_000).toISOString(),
        at_close: "submit_complete_and_lock",
      },
      number: { pattern: "U-{year}-{sequence:7}", given: "submit", kind: "fast" },
    });
    const web = startRole(stage, "web");
    await answers(stage);
    const killed: Record<Victim, number> = { worker: 0, web: 0, postgres: 0, postmaster: 0 };
    const whole = { all: [], ready: [], acknowledged: [], incomplete: [], extensions: 0 } as {
      -readonly [name in keyof Expected]: Expected[name] extends number ? number : string[];
    };
    let [errors, unanswered, slowest] = [0, 0, 0];
    for (let at = 0; at < options.rounds; at++) {
      const victim = victims[at % victims.length] ?? "worker";
      // Over eight rounds each is killed with and without an extension for all.
      const extendAll = (at + Math.floor(at / victims.length)) % 2 === 0;
      const amongHands = victim === "web" || (victim !== "worker" && Math.floor(at / (2 * victims.length)) % 2 === 1);
      const { drafts, submits } = options;
      const round = await playRound(stage, ground, web, { victim, drafts, submits, amongHands, extendAll });
      killed[victim]++;
      const broken = await findBroken(stage.owner, round);
      for (const list of ["all", "ready", "acknowledged", "incomplete"] as const) whole[list].push(...round[list]);
      whole.extensions += round.extensions;
      unanswered += round.hands.unanswered;
      slowest = Math.max(slowest, round.recoveredMs);
      const wrong = sum(broken) + round.hands.strange.length + round.workerEndedByItself;
      errors += wrong;
      const words = [
        `round ${at + 1}/${options.rounds}: ${victim} killed`,
        `${round.hands.acknowledged.size} of ${submits} led to a receipt, ${round.hands.refused} too late`,
        `${round.hands.unanswered} tries unanswered`,
        `${round.extensions} extensions`,
        `all closed ${(round.recoveredMs / 1000).toFixed(1)} s later`,
        wrong === 0 ? "nothing lost, nothing twice" : JSON.stringify({ broken, strange: round.hands.strange }),
      ];
      tell(words.join("; "));
    }
    errors += web.endedByItself() + sum(await findBroken(stage.owner, whole)) + (await countUnsealed(stage, tell));
    tell(`load average ${loadavg()[0]?.toFixed(1) ?? "?"}`);
    return {
      name: "deadline-kill",
      rounds: options.rounds,
      killed,
      applications: whole.all.length,
      acknowledged: whole.acknowledged.length,
      unanswered,
      slowest_recovery_s: Number((slowest / 1000).toFixed(1)),
      errors,
      seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    };
  } finally {
    await stage.ends.close();
  }
}

/** The sealed record after all of it: it is whole, and holds every audit record. */
async function countUnsealed(stage: Stage, tell: (line: string) => void): Promise<number> {
  const { size, difference } = await verifyAudit({
    db: stage.owner.kysely,
    publicKey: auditPublicKey(stage.keyring),
  });
  const [row] = await stage.owner.sql<{ records: number }[]>`select count(*)::int as records from audit_records`;
  if (difference) tell(`the sealed record: ${difference.words}`);
  return (difference ? 1 : 0) + Math.abs((row?.records ?? 0) - size);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + Math.abs(count), 0);
}

async function answers(stage: Stage): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${stage.environment["PUBLIC_URL"] ?? ""}/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error("The web process did not start.");
}
