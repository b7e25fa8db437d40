import { paths } from "../../../paths.ts";
import { momentWords } from "../../../texts/dates.ts";
import { sourceName } from "../../../texts/sources.ts";
import type { SourceCheck } from "../../../registry/sources/checks.query.ts";
import { recheckSources } from "../../../registry/sources/recheck.ts";
import { Button } from "../../../ui/button/button.tsx";
import { StatusTag } from "../../../ui/status-tag/status-tag.tsx";
import { SummaryList } from "../../../ui/summary-list/summary-list.tsx";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import type { Review } from "./review.query.ts";

/** Asking the sources of an application again. */
export function sourceRoutes(services: ConsoleServices): Route[] {
  return [
    staff("review", "POST", paths.console.recheck(":application"), async (visit) => {
      const applicationId = visit.params["application"] ?? "";
      const { institutions, session } = visit;
      await recheckSources(services, { applicationId, institutions, actorId: session.accountId });
      return redirect(paths.console.application(applicationId));
    }),
  ];
}

const tones = { right: "good", different: "warn", not_found: "warn", not_available: "calm" } as const;

/** What the sources of the program say of this submission; nothing where it names none. */
export function Sources({ visit, review }: { readonly visit: StaffVisit; readonly review: Review }) {
  const { say, csrf } = visit;
  const { sources, application } = review;
  if (sources.length === 0) return <></>;
  return (
    <section>
      <h2 class="govuk-heading-m">{say("console.source.title")}</h2>
      <SummaryList
        rows={sources.map((check) => ({
          key: { text: sourceName(check.source) },
          value: { text: <Finding check={check} visit={visit} zone={application.zone} /> },
        }))}
      />
      <form method="post" action={paths.console.recheck(application.id)}>
        <input type="hidden" name="csrf" value={csrf} />
        <Button text={say("console.source.recheck")} classes="govuk-button--secondary" preventDoubleClick />
      </form>
    </section>
  );
}

function Finding({ check, visit, zone }: { check: SourceCheck; visit: StaffVisit; zone: string }) {
  const { say, language } = visit;
  const { found } = check;
  if (!found) return <StatusTag text={say("console.source.waiting")} tone="calm" />;
  const facts = found.facts.map((fact) => say(`source.fact.${fact}`)).join(", ");
  const at = momentWords(found.at, zone, language);
  return (
    <>
      <StatusTag text={say(`console.source.${found.outcome}`)} tone={tones[found.outcome]} /> {facts}
      <p class="govuk-hint">{say(found.again ? "console.source.again" : "console.source.at", { at })}</p>
    </>
  );
}
