import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import { periodWords } from "../../texts/dates.ts";
import { Link } from "../../ui/link/link.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { ShownProgram } from "./program-hero.page.tsx";

/** Who uses the data, for what, on which ground and how long: what the law wants said before asking. */
export function DataNotice({ program, visit }: Pick<ShownProgram, "program" | "visit">) {
  const { say, language } = visit;
  const { data } = program.compiled.program;
  const period = periodWords(data.retention, language);
  return (
    <>
      <SummaryList
        rows={[
          { key: { text: say("program.data_who") }, value: { text: program.institution.name[language] } },
          { key: { text: say("program.data_purpose") }, value: { text: inLanguage(data.purpose, language) } },
          { key: { text: say("program.data_basis") }, value: { text: say(`basis.${data.basis}`) } },
          {
            key: { text: say("program.data_retention") },
            value: { text: say("program.data_retention_of", { period }) },
          },
        ]}
      />
      <p class="govuk-body">
        <Link href={paths.privacy}>{say("program.data_link")}</Link>
      </p>
    </>
  );
}
