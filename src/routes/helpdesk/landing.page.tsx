import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import { categories } from "../../registry/faq/categories.ts";
import type { FaqEntry } from "../../registry/faq/entry.query.ts";
import type { ListedProgram } from "../../registry/programs/catalog.ts";
import { Button } from "../../ui/button/button.tsx";
import { Choice } from "../../ui/choice/choice.tsx";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import { Fold } from "../../ui/fold/fold.tsx";
import { Hero } from "../../ui/hero/hero.tsx";
import { Link } from "../../ui/link/link.tsx";
import { SearchBox } from "../../ui/search-box/search-box.tsx";
import type { Slot } from "../../ui/slot.ts";
import { Questions } from "../program-questions.tsx";
import type { Visit } from "../route.ts";

interface Asked {
  readonly visit: Visit;
  readonly entries: readonly FaqEntry[];
}

/** The search; what is looked for from the questions of a program is counted for it where nothing is found. */
export function HelpdeskHero(props: {
  readonly visit: Visit;
  readonly query: string;
  readonly program: string | undefined;
}) {
  const { query, program } = props;
  const { say, url } = props.visit;
  const page = url.searchParams.get("page");
  return (
    <Hero title={say("helpdesk.title")} lead={say("helpdesk.lead")}>
      <SearchBox
        action={paths.helpdesk.home}
        name="q"
        label={say("helpdesk.search")}
        buttonText={say("helpdesk.search_button")}
        {...(query === "" ? {} : { value: query })}
        {...(program === undefined ? {} : { keep: { program, ...(page ? { page } : {}) } })}
      />
    </Hero>
  );
}

/** What a search found, the most likely first, each with whose question it is. */
export function Results(
  props: Asked & {
    readonly query: string;
    readonly places: ReadonlyMap<string, { readonly id: string; readonly en: string }>;
    /** From whose questions it was looked for. */
    readonly program: string | undefined;
  },
) {
  const { visit, query, entries, places, program } = props;
  const { say, language } = visit;
  if (entries.length === 0) {
    const all = <Button href={paths.helpdesk.home} text={say("helpdesk.all")} classes="govuk-button--secondary" />;
    return (
      <div class="daftar-section">
        <EmptyState title={say("helpdesk.nothing_title")} text={say("helpdesk.nothing_text")} action={all} />
        <MoreHelp visit={visit} program={program} />
      </div>
    );
  }
  return (
    <>
      <p class="daftar-search-result govuk-body" role="status">
        <strong>{say("helpdesk.results", { count: entries.length, query })}</strong>{" "}
        <Link href={paths.helpdesk.home}>{say("helpdesk.all")}</Link>
      </p>
      <ol class="govuk-list daftar-answers">
        {entries.map((entry) => (
          <li>
            <Link href={paths.helpdesk.question(entry.place, entry.slug)}>{entry.question[language]}</Link>
            <span class="daftar-answers__from">{places.get(entry.place)?.[language] ?? say("helpdesk.platform")}</span>
          </li>
        ))}
      </ol>
      <MoreHelp visit={visit} program={program} searched={query} />
    </>
  );
}

/** What every application meets, from its first page to its result. */
const onTheWay = ["filling", "documents", "deadline", "result"] as const;

/** The questions of one program, those of its institution, those of every application, and where the others are. */
export function OfProgram(props: Asked & { readonly program: ListedProgram; readonly title: string }) {
  const { visit, program, title, entries } = props;
  const { say, language } = visit;
  const file = program.compiled.program;
  const own = entries.filter((entry) => entry.program === program.slug);
  const around = entries.filter((entry) => entry.place === program.institution.slug && entry.program === null);
  return (
    <>
      <section class="daftar-section">
        <h2 class="govuk-heading-m">{title}</h2>
        {own.length + file.faq.length === 0 && <p class="govuk-body">{say("helpdesk.of_program_none")}</p>}
        <QuestionLinks visit={visit} entries={own} />
        <Questions faq={file.faq} say={(text) => inLanguage(text, language)} />
        <p class="govuk-body">
          <Link href={paths.program(program.slug)}>
            {say("helpdesk.to_program", { program: inLanguage(file.title, language) })}
          </Link>
        </p>
      </section>
      {around.length > 0 && (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">{program.institution.name[language]}</h2>
          <QuestionLinks visit={visit} entries={around} />
        </section>
      )}
      <h2 class="govuk-heading-l daftar-section">{say("helpdesk.of_all_programs")}</h2>
      <div class="daftar-help-groups">
        {onTheWay.map((category) => (
          <Group
            visit={visit}
            id={category}
            title={say(`helpdesk.category.${category}`)}
            entries={entries.filter((entry) => entry.place === "platform" && entry.category === category)}
          />
        ))}
      </div>
      <p class="govuk-body">
        <Link href={paths.helpdesk.home}>{say("helpdesk.all")}</Link>
      </p>
      <MoreHelp visit={visit} program={program.slug} />
    </>
  );
}

/** Everything that is answered: about the service by subject, then by institution and program. */
export function Answered({ visit, entries, programs }: Asked & { readonly programs: readonly ListedProgram[] }) {
  const { say, language } = visit;
  const general = entries.filter(({ place }) => place === "platform");
  const places = new Map(programs.map(({ institution }) => [institution.slug, institution.name]));
  return (
    <>
      <MoreHelp visit={visit} />
      <div class="daftar-help-groups">
        {categories.map((category) => (
          <Group
            visit={visit}
            id={category}
            title={say(`helpdesk.category.${category}`)}
            entries={general.filter((entry) => entry.category === category)}
          />
        ))}
      </div>
      <h2 class="govuk-heading-l daftar-section">{say("helpdesk.by_institution")}</h2>
      <div class="daftar-help-groups">
        {[...places].map(([place, name]) => (
          <Group
            visit={visit}
            id={`place-${place}`}
            title={name[language]}
            entries={entries.filter((entry) => entry.place === place)}
          >
            <p class="govuk-body-s">
              {programs
                .filter(({ institution }) => institution.slug === place)
                .map(({ slug, compiled }, index) => (
                  <>
                    {index > 0 && " · "}
                    <Link href={paths.helpdesk.ofProgram(slug)}>{inLanguage(compiled.program.title, language)}</Link>
                  </>
                ))}
            </p>
          </Group>
        ))}
      </div>
    </>
  );
}

function Group(props: Asked & { readonly id: string; readonly title: string; readonly children?: Slot }) {
  if (props.entries.length === 0) return <></>;
  return (
    <section class="daftar-help-group" aria-labelledby={props.id}>
      <h2 class="govuk-heading-m daftar-help-group__title" id={props.id}>
        {props.title}
      </h2>
      <Fold
        summaryText={
          <span>
            {props.title}{" "}
            <span class="daftar-quiet">{props.visit.say("helpdesk.count", { count: props.entries.length })}</span>
          </span>
        }
      />
      <div>
        <QuestionLinks visit={props.visit} entries={props.entries} />
        {props.children}
      </div>
    </section>
  );
}

export function QuestionLinks({ visit, entries }: Asked) {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {entries.map(({ place, slug, question }) => (
        <li>
          <Link href={paths.helpdesk.question(place, slug)}>{question[visit.language]}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What else there is when no question fits; `program` is the one whose questions were read. */
export function MoreHelp(props: {
  readonly visit: Visit;
  readonly program?: string | undefined;
  /** What was searched for and answered; whoever goes on to ask did not find it, which is counted. */
  readonly searched?: string;
}) {
  const { program, searched } = props;
  const { say, url } = props.visit;
  const page = url.searchParams.get("page");
  const from = { ...(program && { program }), ...(program && page && { page }) };
  const asking = new URLSearchParams({ ...from, ...(searched && { searched }) }).toString();
  return (
    <nav class="daftar-more-help" aria-label={say("helpdesk.more")}>
      <ul class="govuk-list daftar-choices daftar-choices--beside">
        <Choice
          href={asking === "" ? paths.helpdesk.askWhat : `${paths.helpdesk.askWhat}?${asking}`}
          text={say("tickets.caption")}
          detail={say("helpdesk.ask_detail")}
        />
        <Choice href={paths.helpdesk.tickets} text={say("tickets.look_title")} detail={say("helpdesk.status_detail")} />
      </ul>
      <ul class="govuk-list daftar-more-help__list">
        <li>
          <Link href={paths.manual}>{say("manual.title")}</Link>
        </li>
        <li>
          <Link href={paths.helpdesk.glossary}>{say("help.glossary")}</Link>
        </li>
        <li>
          <Link href={paths.helpdesk.contacts}>{say("helpdesk.contacts")}</Link>
        </li>
        <li>
          <Link href={paths.status}>{say("status.title")}</Link>
        </li>
      </ul>
    </nav>
  );
}
