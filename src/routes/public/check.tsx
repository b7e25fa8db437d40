import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { type Limits, networkOf } from "../../platform/limits.ts";
import type { Head } from "../../registry/audit/heads.ts";
import { findReceipt, type GenuineReceipt, parseReceipt } from "../../registry/audit/receipt.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { Details } from "../../ui/details/details.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Input } from "../../ui/input/input.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Panel } from "../../ui/panel/panel.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { Draw } from "../draw.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";

export interface CheckServices {
  readonly db: Kysely<DB>;
  readonly limits: Limits;
  readonly draw: Draw;
}

/** Numbers are random and long, so this only keeps machines from trying them; an office checks a few hundred in an hour. */
const rule = { name: "check-receipt", most: 300, seconds: 3_600 } as const;

/** The form for a receipt number. It is a GET, so that what was found has an address of its own. */
export async function showCheckForm(services: CheckServices, visit: Visit): Promise<Response> {
  const { say, url } = visit;
  const typed = url.searchParams.get("receipt");
  const receipt = typed === null ? undefined : parseReceipt(typed);
  if (receipt !== undefined) return redirect(paths.checkReceipt(receipt));
  const wrong = typed === null ? undefined : say(typed.trim() === "" ? "check.error.empty" : "check.error.form");
  const head = await findHead(services.db);
  return services.draw(
    visit,
    { title: say("check.title"), errors: wrong !== undefined },
    <>
      {wrong !== undefined && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: 1 })}
          errorList={[{ text: wrong, href: "#receipt" }]}
        />
      )}
      <h1 class="govuk-heading-l">{say("check.title")}</h1>
      <p class="govuk-body-l">{say("check.lead")}</p>
      <form method="get" action={paths.check} novalidate>
        <Input
          id="receipt"
          name="receipt"
          label={{ text: say("check.number") }}
          hint={{ text: say("check.number_hint") }}
          value={shown(typed ?? "")}
          classes="govuk-input--width-20"
          autocomplete="off"
          {...(wrong === undefined ? {} : { errorMessage: { text: wrong } })}
        />
        <Button text={say("check.submit")} />
      </form>
      {head && <RecordHead visit={visit} head={head} />}
    </>,
  );
}

/** Says whether a receipt is genuine, and nothing of the person or the outcome. */
export async function showCheck(services: CheckServices, visit: Visit): Promise<Response> {
  const typed = visit.params["receipt"] ?? "";
  const receipt = parseReceipt(typed);
  if (receipt === undefined) return notFoundPage(services, visit, typed);
  await services.limits.spend(rule, networkOf(visit.address));
  const found = await findReceipt(services.db, receipt);
  return found ? genuinePage(services, visit, found) : notFoundPage(services, visit, receipt);
}

function genuinePage({ draw }: CheckServices, visit: Visit, found: GenuineReceipt): Response {
  const { say, language } = visit;
  const row = (name: string, value: string) => ({ key: { text: name }, value: { text: value } });
  return draw(
    visit,
    { title: say("check.genuine"), area: found.institution[language] },
    <>
      <Panel titleText={say("check.genuine")} text={found.receipt} />
      <SummaryList
        rows={[
          row(say("paper.program"), found.program[language]),
          row(say("paper.institution"), found.institution[language]),
          row(say("paper.submitted"), momentWords(found.submittedAt, found.zone, language)),
          row(say("check.state"), say(found.sealed ? "check.state_sealed" : "check.state_waiting")),
        ]}
      />
      <Another visit={visit} />
    </>,
  );
}

function notFoundPage({ draw }: CheckServices, visit: Visit, typed: string): Response {
  const { say } = visit;
  return draw(
    visit,
    { title: say("check.not_found"), status: 404 },
    <>
      <h1 class="govuk-heading-l">{say("check.not_found")}</h1>
      <p class="govuk-body">{say("check.not_found_text", { number: shown(typed) })}</p>
      <Another visit={visit} />
    </>,
  );
}

function Another({ visit }: { readonly visit: Visit }) {
  return (
    <p class="govuk-body">
      <Link href={paths.check}>{visit.say("check.another")}</Link>
    </p>
  );
}

/** The record's head for everybody: one more place that the database cannot rewrite once somebody keeps it. */
function RecordHead({ visit: { say }, head }: { readonly visit: Visit; readonly head: Head }) {
  const row = (name: string, value: string) => ({
    key: { text: name },
    value: { text: value, classes: "daftar-code" },
  });
  return (
    <Details summaryText={say("check.record_title")}>
      <p class="govuk-body">{say("check.record_text")}</p>
      <SummaryList
        rows={[
          row(say("check.record_size"), String(head.size)),
          row(say("check.record_root"), head.root.toString("hex")),
          row(say("check.record_at"), head.at.toISOString()),
          row(say("check.record_key"), head.key.toString("hex")),
          row(say("check.record_signature"), head.signature.toString("hex")),
        ]}
      />
    </Details>
  );
}

function findHead(db: Kysely<DB>): Promise<Head | undefined> {
  return db.selectFrom("audit_heads").selectAll().orderBy("size", "desc").limit(1).executeTakeFirst();
}

/** What somebody typed, as far as it may be repeated to them. */
function shown(typed: string): string {
  return typed.slice(0, 40).toWellFormed().replaceAll("\0", "\ufffd");
}
