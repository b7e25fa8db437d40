import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import type { InstitutionContact } from "../../registry/tickets/contacts-file.ts";
import type { DukcapilOffices } from "../../registry/tickets/dukcapil-file.ts";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";
import { OfficeFacts } from "./tickets/referral.page.tsx";

interface ContactsServices {
  readonly catalog: Catalog;
  readonly dukcapil: DukcapilOffices;
  readonly contacts: ReadonlyMap<string, InstitutionContact>;
  readonly draw: Draw;
}

/** Who answers which questions: each institution with its programs, and the civil registry. */
export async function showContacts(
  { catalog, dukcapil, contacts, draw }: ContactsServices,
  visit: Visit,
): Promise<Response> {
  const { say } = visit;
  const byInstitution = Map.groupBy(await catalog.list(), ({ institution }) => institution.slug);
  return draw(
    visit,
    { title: say("helpdesk.contacts"), back: { href: paths.helpdesk.home, text: say("helpdesk.title") } },
    <>
      <h1 class="govuk-heading-l">{say("helpdesk.contacts")}</h1>
      <p class="govuk-body-l">{say("helpdesk.contacts_lead")}</p>
      <p class="govuk-body">
        <Link href={paths.helpdesk.askWhat}>{say("tickets.ask_title")}</Link>
      </p>
      {[...byInstitution].map(([slug, programs]) => (
        <Institution visit={visit} programs={programs} contact={contacts.get(slug)} />
      ))}
      <section class="daftar-section">
        <h2 class="govuk-heading-m" id="dukcapil">
          {say("helpdesk.dukcapil")}
        </h2>
        <p class="govuk-body">{say("helpdesk.dukcapil_text")}</p>
        <OfficeFacts visit={visit} office={dukcapil.nationwide} />
      </section>
    </>,
  );
}

interface InstitutionProps {
  readonly visit: Visit;
  readonly programs: readonly ListedProgram[];
  readonly contact: InstitutionContact | undefined;
}

function Institution({ visit, programs, contact }: InstitutionProps) {
  const { say, language } = visit;
  const told = programs.flatMap(({ compiled: { program } }) => (program.why ? [program.why.contact] : []));
  const [{ institution } = { institution: undefined }] = programs;
  if (!institution) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{institution.name[language]}</h2>
      {contact ? (
        <OfficeFacts visit={visit} office={contact} />
      ) : (
        [...new Set(told.map((text) => inLanguage(text, language)))].map((text) => <p class="govuk-body">{text}</p>)
      )}
      <p class="govuk-body">{say("helpdesk.contacts_program")}</p>
      <ul class="govuk-list govuk-list--bullet">
        {programs.map(({ slug, compiled }) => (
          <li>
            <Link href={paths.program(slug)}>{inLanguage(compiled.program.title, language)}</Link> (
            <Link href={paths.helpdesk.ofProgram(slug)}>
              {say("helpdesk.questions")}
              <span class="govuk-visually-hidden"> {inLanguage(compiled.program.title, language)}</span>
            </Link>
            )
          </li>
        ))}
      </ul>
    </section>
  );
}
