import type { Kysely } from "kysely";
import { paths } from "../../paths.ts";
import type { DB } from "../../platform/db/generated/schema.ts";
import { plainText, readMarkdown } from "../../platform/markdown.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { categories } from "../../registry/faq/categories.ts";
import { type FaqEntry, listFaq } from "../../registry/faq/entry.query.ts";
import { type BookletSection, writeBooklet } from "../../registry/papers/booklet.ts";
import { isTextKey, type Language, type Say, sayIn } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

/** The sections in their order; the texts stand under `manual.<section>.title`, `.text`, `.steps` and perhaps `.note`. */
const sections = [
  "before",
  "account",
  "apply",
  "documents",
  "submit",
  "deadline",
  "after",
  "correct",
  "result",
  "safety",
] as const;
type Section = (typeof sections)[number];

/** When these texts were last changed: the PDF says so of itself. */
const writtenAt = new Date("2026-11-21T00:00:00Z");

/** The user manual on one page, to be read from its beginning or at the section that one needs. */
export function showManual(draw: Draw, visit: Visit): Response {
  const { say } = visit;
  return draw(
    visit,
    { title: say("manual.title"), back: { href: paths.helpdesk.home, text: say("frame.help") } },
    <>
      <h1 class="govuk-heading-l">{say("manual.title")}</h1>
      <p class="govuk-body-l">{say("manual.lead")}</p>
      <Button href={paths.manualPaper} text={say("manual.download")} classes="govuk-button--secondary" />
      <nav aria-labelledby="contents">
        <h2 class="govuk-heading-s" id="contents">
          {say("manual.contents")}
        </h2>
        <ol class="govuk-list govuk-list--number">
          {sections.map((section) => (
            <li>
              <Link href={`#${section}`}>{say(`manual.${section}.title`)}</Link>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map((section, index) => (
        <ManualSection say={say} section={section} number={index + 1} />
      ))}
      <p class="govuk-body">
        <Link href={paths.helpdesk.home}>{say("manual.help")}</Link>
      </p>
    </>,
  );
}

function ManualSection(props: { readonly say: Say; readonly section: Section; readonly number: number }) {
  const { section, number } = props;
  const { title, text, steps, note } = read(props.say, section);
  return (
    <section class="daftar-section">
      <h2 class="govuk-heading-m" id={section}>
        {number}. {title}
      </h2>
      <p class="govuk-body">{text}</p>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {note !== undefined && <InsetText text={note} />}
      <p class="govuk-body-s">
        <Link href="#contents">
          {props.say("manual.back_to_contents")}
          <span class="govuk-visually-hidden"> ({title})</span>
        </Link>
      </p>
    </section>
  );
}

function read(say: Say, section: Section): BookletSection {
  const note = `manual.${section}.note`;
  return {
    title: say(`manual.${section}.title`),
    text: say(`manual.${section}.text`),
    steps: say(`manual.${section}.steps`).split("\n"),
    note: isTextKey(note) ? say(note) : undefined,
  };
}

interface ManualServices {
  readonly db: Kysely<DB>;
  readonly publicUrl: string;
}

/**
 * The manual as PDF, with the questions about the service behind it. It is the same for everybody, so it is drawn once
 * for each language, and anew when a question has changed.
 */
export function manualPaperOf(services: ManualServices): (visit: Visit) => Promise<Response> {
  const drawn = new Map<
    Language,
    { readonly stand: number; readonly questions: number; readonly bytes: Promise<Buffer> }
  >();
  return async ({ language }) => {
    const questions = (await listFaq(services.db)).filter(({ place }) => place === "platform");
    const stand = Math.max(writtenAt.getTime(), ...questions.map(({ changedAt }) => changedAt.getTime()));
    const known = drawn.get(language);
    // One that was hidden leaves no later moment behind it.
    const same = known?.stand === stand && known.questions === questions.length;
    const bytes = same ? known.bytes : drawManual(language, services.publicUrl, questions, stand);
    drawn.set(language, { stand, questions: questions.length, bytes });
    const name = language === "id" ? "buku-panduan.pdf" : "user-manual.pdf";
    return new Response(new Uint8Array(await bytes), {
      headers: documentHeaders({ mediaType: "application/pdf", name }, "attachment"),
    });
  };
}

function drawManual(
  language: Language,
  publicUrl: string,
  questions: readonly FaqEntry[],
  stand: number,
): Promise<Buffer> {
  const say = sayIn(language);
  return writeBooklet({
    language,
    title: say("manual.title"),
    institution: new URL(publicUrl).host,
    madeAt: new Date(stand),
    lead: say("manual.lead"),
    sections: [...sections.map((section) => read(say, section)), ...answered(say, language, questions)],
    last: `${publicUrl}${paths.manual}`,
  });
}

/** The questions about the service, a section for each subject and a step for each question with its answer. */
function answered(say: Say, language: Language, questions: readonly FaqEntry[]): BookletSection[] {
  return categories.flatMap((category) => {
    const own = questions.filter((question) => question.category === category);
    if (own.length === 0) return [];
    return {
      title: `${say("manual.questions")}: ${say(`helpdesk.category.${category}`)}`,
      text: say("manual.questions_text"),
      steps: own.map(({ question, answer }) => {
        const text = plainText(readMarkdown(answer[language])).replaceAll("\n", " ");
        return `${question[language]} – ${text}`;
      }),
      note: undefined,
    };
  });
}
