import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { Catalog } from "../../registry/programs/catalog.ts";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

const words = [
  "activation",
  "application",
  "appeal",
  "asn",
  "dapodik",
  "dukcapil",
  "echelon",
  "jpt",
  "kk",
  "ktp",
  "kl",
  "lhkpn",
  "lpnk",
  "nik",
  "npwp",
  "number",
  "otp",
  "passkey",
  "pppk",
  "program",
  "receipt",
  "returned",
  "selfie",
  "submit",
  "task",
  "template",
  "thk2",
  "ticket",
] as const;

/** What the words mean: those of the service, then those that programs explain in their files. */
export async function showGlossary(
  { catalog, draw }: { readonly catalog: Catalog; readonly draw: Draw },
  visit: Visit,
): Promise<Response> {
  const { say, language } = visit;
  const own = words
    .map((word) => ({ term: say(`help.word.${word}`), meaning: say(`help.word.${word}.meaning`) }))
    .toSorted((a, b) => a.term.localeCompare(b.term, language));
  const programs = (await catalog.list()).filter(({ compiled }) => compiled.program.glossary.length > 0);
  return draw(
    visit,
    { title: say("help.glossary"), back: { href: paths.helpdesk.home, text: say("helpdesk.title") } },
    <>
      <h1 class="govuk-heading-l">{say("help.glossary")}</h1>
      <p class="govuk-body-l">{say("help.glossary_lead")}</p>
      <Terms terms={own} />
      {programs.map(({ compiled: { program } }) => (
        <section class="daftar-section">
          <h2 class="govuk-heading-m">
            {say("help.glossary_program", { program: inLanguage(program.title, language) })}
          </h2>
          <Terms
            terms={program.glossary.map(({ term, meaning }) => ({
              term: inLanguage(term, language),
              meaning: inLanguage(meaning, language),
            }))}
          />
        </section>
      ))}
    </>,
  );
}

function Terms({ terms }: { readonly terms: readonly { readonly term: string; readonly meaning: string }[] }) {
  return (
    <dl class="daftar-glossary">
      {terms.map(({ term, meaning }) => (
        <>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </>
      ))}
    </dl>
  );
}
