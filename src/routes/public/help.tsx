import { paths } from "../../paths.ts";
import type { TextKey } from "../../texts/texts.ts";
import { Details } from "../../ui/details/details.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

/** The questions by subject; the texts stand under `help.<subject>.<question>`. */
const subjects = {
  account: ["needed", "letter", "expired", "password", "locked"],
  files: ["formats", "refused", "seen"],
  deadline: ["saved", "closing", "change"],
  identity: ["used", "mismatch"],
  ask: ["who", "offline"],
} as const;

type Subject = keyof typeof subjects;
const names = Object.keys(subjects) as Subject[];

const words = ["program", "application", "task", "receipt", "number", "returned", "nik"] as const;

/** Questions about the service itself; those about a program stand with the program. */
export function showHelp(draw: Draw, visit: Visit): Response {
  const { say } = visit;
  return draw(
    visit,
    { title: say("help.title") },
    <>
      <h1 class="govuk-heading-l daftar-top">{say("help.title")}</h1>
      <p class="govuk-body-l">{say("help.lead")}</p>
      <p class="govuk-body">
        <Link href={paths.manual}>{say("manual.title")}</Link>: {say("manual.lead")}
      </p>
      <nav aria-label={say("help.contents")}>
        <ul class="govuk-list">
          {[...names, "glossary" as const].map((name) => (
            <li>
              <Link href={`#${name}`}>{say(`help.${name}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {names.map((name) => (
        <section class="daftar-section daftar-questions">
          <h2 class="govuk-heading-m" id={name}>
            {say(`help.${name}`)}
          </h2>
          {subjects[name].map((question) => (
            <Details
              summaryText={say(`help.${name}.${question}.question` as TextKey)}
              text={say(`help.${name}.${question}.answer` as TextKey)}
            />
          ))}
        </section>
      ))}
      <Glossary say={say} />
    </>,
  );
}

function Glossary({ say }: Pick<Visit, "say">) {
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m" id="glossary">
        {say("help.glossary")}
      </h2>
      <dl class="daftar-glossary">
        {words.map((word) => (
          <>
            <dt>{say(`help.word.${word}`)}</dt>
            <dd>{say(`help.word.${word}.meaning`)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
