import { listSourceChecks, type SourceCheck } from "../../registry/sources/checks.query.ts";
import type { Application } from "../../registry/applications/load.query.ts";
import { sourceName } from "../../texts/sources.ts";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { Visit } from "../route.ts";
import type { ApplyServices } from "./services.ts";

const told: readonly Application["status"][] = ["submitted", "in_review", "returned"];

/** What sources said of a submission that is not decided yet; none otherwise, for then the decision counts. */
export async function readFindings(services: ApplyServices, application: Application): Promise<SourceCheck[]> {
  return told.includes(application.status) ? listSourceChecks(services.db, application) : [];
}

/** Tells applicants which facts differ, never what a source says instead. Nothing where the program names no source. */
export function SourceFindings({ visit, findings }: { readonly visit: Visit; readonly findings: SourceCheck[] }) {
  const { say } = visit;
  if (findings.length === 0) return <></>;
  return (
    <section>
      <h2 class="govuk-heading-m">{say("source.title")}</h2>
      <p class="govuk-body">{say("source.intro")}</p>
      <SummaryList
        rows={findings.map((check) => ({
          key: { text: sourceName(check.source) },
          value: { text: findingWords(visit, check) },
        }))}
      />
    </section>
  );
}

function findingWords({ say }: Visit, { found }: SourceCheck): string {
  if (!found) return say("source.waiting");
  if (found.outcome !== "different") return say(`source.${found.outcome}`);
  return say("source.different", { facts: found.facts.map((fact) => say(`source.fact.${fact}`)).join(", ") });
}
