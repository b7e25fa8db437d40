import { inLanguage, type Program } from "../../program/definition.ts";
import { paths } from "../../paths.ts";
import type { PageError } from "../../registry/applications/save-page.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import type { Visit } from "../route.ts";

/** Beside an address that was refused as an office's: whom to ask, and the way to the reasons. */
export function WhyRefused(props: { visit: Visit; program: Program; errors: readonly PageError[] }) {
  const { visit, program, errors } = props;
  if (!program.why || !errors.some(({ code }) => code === "email_office")) return null;
  return (
    <InsetText>
      <p class="govuk-body">{inLanguage(program.why.contact, visit.language)}</p>
      <p class="govuk-body">
        <Link href={paths.why(program.program)}>{visit.say("why.link")}</Link>
      </p>
    </InsetText>
  );
}
