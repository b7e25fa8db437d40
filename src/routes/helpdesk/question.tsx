import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { first } from "../../platform/http/form.ts";
import type { Limits } from "../../platform/limits.ts";
import { readMarkdown } from "../../platform/markdown.ts";
import { notFound } from "../../platform/refusals.ts";
import { inLanguage } from "../../program/definition.ts";
import { findFaq, type FaqEntry, listFaq } from "../../registry/faq/entry.query.ts";
import { voteOnFaq } from "../../registry/faq/vote.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import { dayWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Prose } from "../../ui/prose/prose.tsx";
import type { Draw } from "../draw.tsx";
import { redirect } from "../respond.ts";
import type { Visit } from "../route.ts";
import { placesOf } from "./landing.tsx";
import { QuestionLinks } from "./landing.page.tsx";

interface QuestionServices {
  readonly db: Kysely<DB>;
  readonly catalog: Catalog;
  readonly limits: Limits;
  readonly draw: Draw;
}

/** So many other questions are named below an answer. */
const NEIGHBOURS = 5;

/** One question with its answer, and whether it helped. */
export async function showQuestion({ db, catalog, draw }: QuestionServices, visit: Visit): Promise<Response> {
  const { say, language } = visit;
  const entry = await entryOf(db, visit);
  const programs = await catalog.list();
  const program = programs.find(({ slug }) => slug === entry.program);
  const near = await neighboursOf(db, entry);
  const from = placesOf(programs).get(entry.place)?.[language] ?? say("helpdesk.platform");
  return draw(
    visit,
    { title: entry.question[language], back: { href: paths.helpdesk.home, text: say("helpdesk.title") } },
    <>
      <p class="govuk-caption-l">{from}</p>
      <h1 class="govuk-heading-l">{entry.question[language]}</h1>
      <Prose blocks={readMarkdown(entry.answer[language])} />
      {program && (
        <p class="govuk-body">
          <Link href={paths.program(program.slug)}>
            {say("helpdesk.to_program", { program: inLanguage(program.compiled.program.title, language) })}
          </Link>
        </p>
      )}
      <Helpful visit={visit} entry={entry} />
      <p class="govuk-body">
        <Link href={askFromHere(program?.slug)}>{say("tickets.ask_title")}</Link>
      </p>
      <p class="govuk-body-s daftar-quiet">
        {say("helpdesk.changed", { day: dayWords(entry.changedAt, "Asia/Jakarta", language) })}
      </p>
      {near.length > 0 && (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">{say("helpdesk.near")}</h2>
          <QuestionLinks visit={visit} entries={near} />
        </section>
      )}
    </>,
  );
}

/** Counts whether the answer helped. What was pressed otherwise, by whatever sent it, counts for nothing. */
export async function postVote(services: QuestionServices, visit: Visit): Promise<Response> {
  const entry = await entryOf(services.db, visit);
  const said = first(visit.form, "helpful");
  const address = paths.helpdesk.question(entry.place, entry.slug);
  if (said !== "yes" && said !== "no") return redirect(address);
  await voteOnFaq(services, { entry: entry.id, helpful: said === "yes", network: visit.address });
  return redirect(`${address}?thanks=${said}#helpful`);
}

function Helpful({ visit, entry }: { readonly visit: Visit; readonly entry: FaqEntry }) {
  const { say } = visit;
  const thanks = visit.url.searchParams.get("thanks");
  if (thanks !== null) {
    return (
      <section class="daftar-helpful" id="helpful" role="status">
        <p class="govuk-body">
          {say(thanks === "yes" ? "helpdesk.thanks_yes" : "helpdesk.thanks_no")}{" "}
          {thanks !== "yes" && <Link href={askFromHere(entry.program)}>{say("tickets.caption")}</Link>}
        </p>
      </section>
    );
  }
  return (
    <form class="daftar-helpful" id="helpful" method="post" action={paths.helpdesk.vote(entry.place, entry.slug)}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <h2 class="govuk-heading-s">{say("helpdesk.helpful")}</h2>
      <div class="govuk-button-group">
        <Button name="helpful" value="yes" text={say("helpdesk.yes")} classes="govuk-button--secondary" />
        <Button name="helpful" value="no" text={say("helpdesk.no")} classes="govuk-button--secondary" />
      </div>
    </form>
  );
}

/** The way to an agent for whom the answer was none; the program is counted as what led there. */
function askFromHere(program: string | null | undefined): string {
  const { askWhat, askWhatFrom } = paths.helpdesk;
  return program ? askWhatFrom(program) : askWhat;
}

async function entryOf(db: Kysely<DB>, { params }: Visit): Promise<FaqEntry> {
  const entry = await findFaq(db, params["place"] ?? "", params["slug"] ?? "");
  if (!entry) throw notFound();
  return entry;
}

/** Others of the same program, or of the same subject. */
async function neighboursOf(db: Kysely<DB>, entry: FaqEntry): Promise<FaqEntry[]> {
  const all = await listFaq(db, entry.program === null ? {} : { program: entry.program });
  return all
    .filter(
      ({ id, place, category }) =>
        id !== entry.id && place === entry.place && (entry.program !== null || category === entry.category),
    )
    .slice(0, NEIGHBOURS);
}
