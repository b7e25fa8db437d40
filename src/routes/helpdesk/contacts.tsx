import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { Catalog, ListedProgram } from "../../registry/programs/catalog.ts";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

/** Who answers which questions: each institution with its programs, and the civil registry. */
export async function showContacts(
  { catalog, draw }: { readonly catalog: Catalog; readonly draw: Draw },
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
      {[...byInstitution.values()].map((programs) => (
        <Institution visit={visit} programs={programs} />
      ))}
      <section class="daftar-section">
        <h2 class="govuk-heading-m" id="dukcapil">
          {say("helpdesk.dukcapil")}
        </h2>
        <p class="govuk-body">{say("helpdesk.dukcapil_text")}</p>
      </section>
    </>,
  );
}

function Institution({ visit, programs }: { readonly visit: Visit; readonly programs: readonly ListedProgram[] }) {
  const { say, language } = visit;
  const contacts = programs.flatMap(({ compiled: { program } }) => (program.why ? [program.why.contact] : []));
  const [{ institution } = { institution: undefined }] = programs;
  if (!institution) return <></>;
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m">{institution.name[language]}</h2>
      {[...new Set(contacts.map((contact) => inLanguage(contact, language)))].map((contact) => (
        <p class="govuk-body">{contact}</p>
      ))}
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
