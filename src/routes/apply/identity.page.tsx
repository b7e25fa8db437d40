import type { TypedPage } from "../../program/answers.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import type { Need } from "../../registry/applications/needs.ts";
import type { Lookup } from "../../registry/sources/lookup.query.ts";
import type { LookupForm } from "../../registry/sources/lookup-form.ts";
import { dayWords } from "../../texts/dates.ts";
import { sourceName } from "../../texts/sources.ts";
import { Button } from "../../ui/button/button.tsx";
import { ErrorSummary } from "../../ui/error-summary/error-summary.tsx";
import { Link } from "../../ui/link/link.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { PersonVisit } from "../route.ts";
import type { WordedError } from "../field-errors.ts";
import { drawField, fieldHref } from "../field-views.tsx";

type Asked = Exclude<Need, "lookup">;

/** Where each is given; what can be set up there comes back to `back`. */
function wayTo(need: Asked, back: string): string {
  switch (need) {
    case "email":
      return paths.account.home;
    case "phone":
      return paths.account.phoneThenGo(back);
    case "passkey":
      return paths.account.passkeys;
    case "factor":
      return paths.account.securityThenGo(back);
  }
}

function Head({ visit, compiled, text }: { visit: PersonVisit; compiled: CompiledProgram; text: string }) {
  return (
    <>
      <span class="govuk-caption-l">{compiled.program.title[visit.language]}</span>
      <h1 class="govuk-heading-l">{text}</h1>
    </>
  );
}

/** What is still missing, why it is asked for, and where to give it. */
export function Missing(props: { visit: PersonVisit; compiled: CompiledProgram; needs: readonly Asked[] }) {
  const { visit, compiled, needs } = props;
  const { say } = visit;
  const slug = compiled.program.program;
  return (
    <>
      <Head visit={visit} compiled={compiled} text={say("identity.title")} />
      <p class="govuk-body">{say(needs.length === 0 ? "identity.ready" : "identity.intro")}</p>
      {needs.map((need) => (
        <section>
          <h2 class="govuk-heading-m">{say(`identity.need.${need}`)}</h2>
          <p class="govuk-body">{say(`identity.why.${need}`)}</p>
          <Button href={wayTo(need, paths.identity(slug))} text={say(`identity.go.${need}`)} />
        </section>
      ))}
      {needs.length === 0 && <StartForm visit={visit} slug={slug} />}
      <p class="govuk-body">
        <Link href={paths.program(slug)}>{say("identity.back")}</Link>
      </p>
    </>
  );
}

function StartForm({ visit, slug }: { visit: PersonVisit; slug: string }) {
  return (
    <form method="post" action={paths.startProgram(slug)}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Button text={visit.say("identity.start")} preventDoubleClick />
    </form>
  );
}

/** The two numbers by which a source finds somebody. */
export function AskNumbers(props: {
  readonly visit: PersonVisit;
  readonly compiled: CompiledProgram;
  readonly form: LookupForm;
  readonly typed: TypedPage;
  readonly errors: readonly WordedError[];
}) {
  const { visit, compiled, form, typed, errors } = props;
  const { say, language } = visit;
  const messages = new Map(errors.map(({ field, text }) => [field, text]));
  return (
    <>
      {errors.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: errors.length })}
          errorList={errors.map(({ field, text }) => ({ href: fieldHref({ field }), text }))}
        />
      )}
      <Head visit={visit} compiled={compiled} text={say("lookup.title")} />
      <p class="govuk-body">{say("lookup.intro", { source: sourceName(form.source) })}</p>
      <p class="govuk-body">{say("lookup.why")}</p>
      <form method="post" action={paths.identity(compiled.program.program)} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        {[form.nik, form.kk].map(({ definition }) =>
          drawField({
            definition: { ...definition, optional: false },
            typed,
            errors: messages,
            say,
            language,
            regions: compiled.regions,
          }),
        )}
        <Button text={say("lookup.submit")} preventDoubleClick />
      </form>
    </>
  );
}

/** What the source said, and the ways to go on; never more of a person than whoever knows both numbers may see. */
export function LookupResult(props: {
  readonly visit: PersonVisit;
  readonly compiled: CompiledProgram;
  readonly form: LookupForm;
  readonly lookup: Lookup;
}) {
  const { visit, compiled, form, lookup } = props;
  const { say } = visit;
  const slug = compiled.program.program;
  const source = sourceName(form.source);
  const isFound = lookup.outcome === "found";
  return (
    <>
      <Head visit={visit} compiled={compiled} text={say(`lookup.${lookup.outcome}_title`)} />
      {isFound ? (
        <Found visit={visit} lookup={lookup} />
      ) : (
        <p class="govuk-body">{say(`lookup.${lookup.outcome}`, { source })}</p>
      )}
      <form method="post" action={visit.url.pathname}>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <div class="govuk-button-group">
          {isFound && <Button text={say("lookup.yes")} name="fill" value="yes" preventDoubleClick />}
          {lookup.outcome === "waiting" && <Button text={say("lookup.again")} href={visit.url.pathname} />}
          <Button
            text={say("lookup.by_hand")}
            name="fill"
            value="no"
            classes={isFound || lookup.outcome === "waiting" ? "govuk-button--secondary" : ""}
            preventDoubleClick
          />
        </div>
      </form>
      {lookup.outcome !== "waiting" && (
        <p class="govuk-body">
          <Link href={paths.identity(slug)}>{say("lookup.other_numbers")}</Link>
        </p>
      )}
    </>
  );
}

function Found({ visit, lookup }: { visit: PersonVisit; lookup: Extract<Lookup, { outcome: "found" }> }) {
  const { say, language } = visit;
  const { name = "", birth_date = "" } = lookup.person;
  return (
    <>
      <p class="govuk-body-l">{say("lookup.found")}</p>
      <SummaryList
        rows={[
          { key: { text: say("lookup.name") }, value: { text: maskName(name) } },
          birth_date === ""
            ? null
            : { key: { text: say("lookup.birth_date") }, value: { text: maskDate(birth_date, language) } },
        ]}
      />
      <p class="govuk-body">{say("lookup.masked")}</p>
    </>
  );
}

/** The first letter of each word, and as many points for every word, so that its length tells nothing. */
function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `${[...word][0] ?? ""}•••`)
    .join(" ");
}

/** Day and month, without the year. */
function maskDate(iso: string, language: PersonVisit["language"]): string {
  const year = iso.slice(0, 4);
  return dayWords(new Date(`${iso}T00:00:00Z`), "UTC", language).replace(year, "••••");
}
