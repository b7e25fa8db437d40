import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "../src/paths.ts";
import { cookies } from "../src/platform/http/cookies.ts";
import { formToken, newToken } from "../src/platform/http/tokens.ts";
import { humanAnswer, ticketFields } from "../test/tickets.ts";
import { begunDraft, prepareGround } from "./ground.ts";
import type { Options } from "./options.ts";
import { readPages } from "./read-pages.ts";
import { percentile, type Result } from "./result.ts";
import { seedPeople } from "./seed.ts";
import { openStage, type Stage, startApp } from "./stage.ts";

const path = paths.helpdesk.ask("pengaduan-ke-instansi");

/**
 * So many questions to the helpdesk a minute, each by somebody else from another network who opens the form, answers its
 * question for humans and sends it, whether or not those before were answered; somebody else's task list is read twenty
 * times a second meanwhile. `p50_ms` and `p99_ms` are the sending of a question, `p95_ms` is the page. There is no floor.
 */
export async function benchTickets(options: Options, tell: (line: string) => void): Promise<Result> {
  const opened = await openStage();
  const stage = { ...opened, environment: { ...opened.environment, PROXY_HOPS: "1" } };
  try {
    const served = await startApp(stage, undefined);
    const { origin } = served;
    const ground = await prepareGround(stage);
    const [reader] = await seedPeople(stage, ground, begunDraft(ground, 3), 1);
    if (!reader) throw new Error("Nobody reads.");
    const institution = ground.compiled.program.institution;
    const count = Math.max(1, Math.round((options.seconds * options.perMinute) / 60));
    // The first of each makes the application ready, and is not measured.
    const rehearsed = await ask(stage, origin, institution, count);
    tell(`${count} questions, ${options.perMinute} a minute …`);
    const reading = readPages(origin, reader);
    const [begun, before] = [performance.now(), served.processorSeconds()];
    const sent = await askMany(stage, origin, institution, { count, perMinute: options.perMinute, tell });
    const seconds = (performance.now() - begun) / 1000;
    const busy = (served.processorSeconds() ?? NaN) - (before ?? NaN);
    const pages = (await reading.stop()).toSorted((a, b) => a - b);
    const lost = await countLost(stage, count + 1);
    if (lost > 0) tell(`${lost} rows in the database are not what the answers promised`);
    tell(`the web process was busy for ${Math.round((100 * busy) / seconds)} % of one processor`);
    tell(
      `${pages.length} pages beside it; load average ${loadavg()
        .map((load) => load.toFixed(1))
        .join(", ")}`,
    );
    const times = sent.times.toSorted((a, b) => a - b);
    return {
      name: "tickets",
      app_per_s: Number((count / seconds).toFixed(2)),
      floor_per_s: 0,
      share: 0,
      p50_ms: Number(percentile(times, 50).toFixed(2)),
      p95_ms: Number(percentile(pages, 95).toFixed(2)),
      p99_ms: Number(percentile(times, 99).toFixed(2)),
      errors: sent.errors + reading.errors() + lost + (rehearsed.right ? 0 : 1),
      seconds: Number(seconds.toFixed(1)),
      connections: 1,
    };
  } finally {
    await stage.ends.close();
  }
}

async function askMany(
  stage: Stage,
  origin: string,
  institution: string,
  {
    count,
    perMinute,
    tell,
  }: { readonly count: number; readonly perMinute: number; readonly tell: (line: string) => void },
): Promise<{ readonly times: number[]; readonly errors: number }> {
  const times: number[] = [];
  let errors = 0;
  const begun = performance.now();
  const open = new Set<Promise<void>>();
  for (let at = 0; at < count; at++) {
    const sent = ask(stage, origin, institution, at).then(({ milliseconds, right, what }) => {
      times.push(milliseconds);
      if (right) return;
      errors++;
      if (errors <= 5) tell(`question ${at}: ${what}`);
    });
    open.add(sent);
    void sent.then(() => open.delete(sent));
    await sleep(Math.max(0, begun + ((at + 1) * 60_000) / perMinute - performance.now()));
  }
  await Promise.all(open);
  return { times, errors };
}

/** One person's question, from the empty form to the page of the ticket; the time is that of the sending. */
async function ask(stage: Stage, origin: string, institution: string, at: number) {
  const visitor = newToken();
  const headers = {
    cookie: `${cookies.visitor}=${visitor}`,
    "x-forwarded-for": `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
  };
  let begun = performance.now();
  try {
    const html = await (await fetch(origin + path, { headers })).text();
    const fields = {
      ...ticketFields,
      csrf: formToken(stage.keyring.signing, visitor),
      instansi: institution,
      nama: `Siti ${[...String(at)].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("")}`,
      nik: `3171${String(1 + Math.floor(at / 9_999)).padStart(2, "0")}570590${String((at % 9_999) + 1).padStart(4, "0")}`,
      kontak_surel: `orang.${at}@contoh.example`,
      ticket: /name="ticket" value="([^"]*)"/.exec(html)?.[1] ?? "",
      human: humanAnswer(html),
    };
    begun = performance.now();
    const body = new URLSearchParams(fields);
    const answer = await fetch(origin + path, { method: "POST", headers, body, redirect: "manual" });
    await answer.text();
    const [milliseconds, location] = [performance.now() - begun, answer.headers.get("location") ?? ""];
    const right = answer.status === 303 && location.endsWith("?sent");
    return { milliseconds, right, what: `${answer.status} ${location}` };
  } catch (error) {
    return { milliseconds: performance.now() - begun, right: false, what: String(error) };
  }
}

/** Rows that are not there once for each ticket. */
async function countLost({ owner }: Stage, expected: number): Promise<number> {
  const [row] = await owner.sql<Record<string, number>[]>`
    select
      (select count(*)::int from tickets) as tickets,
      (select count(distinct subject_id)::int from audit_records where action = 'ticket.ask') as audited,
      (select count(*)::int from audit_records where action = 'ticket.ask') as audits,
      (select count(*)::int from ticket_facts where kind = 'nik') as found,
      (select count(*)::int from ticket_letters where kind = 'asked') as letters`;
  return Object.values(row ?? {}).reduce((sum, count) => sum + Math.abs(count - expected), 0);
}
