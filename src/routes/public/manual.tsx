import { paths } from "../../paths.ts";
import type { Say } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";
import { manualSections, type ManualSectionName, readSection } from "./manual-sections.ts";

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
          {manualSections.map((section) => (
            <li>
              <Link href={`#${section}`}>{say(`manual.${section}.title`)}</Link>
            </li>
          ))}
        </ol>
      </nav>
      {manualSections.map((section, index) => (
        <ManualSection say={say} section={section} number={index + 1} />
      ))}
      <p class="govuk-body">
        <Link href={paths.helpdesk.home}>{say("manual.help")}</Link>
      </p>
    </>,
  );
}

function ManualSection(props: { readonly say: Say; readonly section: ManualSectionName; readonly number: number }) {
  const { section, number } = props;
  const { title, text, steps, note } = readSection(props.say, section);
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
