import { inLanguage } from "../../program/definition.ts";
import { paths } from "../../paths.ts";
import type { Reusable } from "../../registry/documents/reusable.query.ts";
import { dayWords } from "../../texts/dates.ts";
import type { Visit } from "../route.ts";
import type { Work } from "./work.ts";

/** What was given before and fits the slot, each with a way to look at it; nothing where there is none. */
export function GivenBefore(props: {
  readonly visit: Visit;
  readonly work: Work;
  readonly slot: string;
  readonly offered: readonly Reusable[];
}) {
  const { visit, work, slot, offered } = props;
  const { say, language } = visit;
  if (offered.length === 0) return null;
  return (
    <section class="daftar-document">
      <h2 class="govuk-heading-s">{say("reuse.title")}</h2>
      <p class="govuk-body">{say("reuse.intro")}</p>
      <ul class="govuk-list">
        {offered.map((one) => (
          <li>
            {inLanguage(one.program, language)}, {one.institution[language]} –{" "}
            {say("reuse.given", { day: dayWords(one.givenAt, one.zone, language) })}.{" "}
            <a class="govuk-link" href={paths.apply.reuse(work.application.id, slot, one.id)}>
              {say("reuse.look")}
              <span class="govuk-visually-hidden"> ({inLanguage(one.program, language)})</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
