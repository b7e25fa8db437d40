import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import type { Identities } from "../../registry/accounts/identities.query.ts";
import { passportCountries } from "../../registry/identifiers/passport.ts";
import type { Language } from "../../texts/texts.ts";
import { InsetText } from "../../ui/inset-text/inset-text.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Select } from "../../ui/select/select.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { PersonVisit } from "../route.ts";
import { CardNumberField, fieldParts, PostForm, SubmitButton, Summary, TextField } from "./form-parts.tsx";
import type { Problems } from "./typed.ts";

/** What the account has, hidden so far as its owner knows it anyhow. */
export function IdentityPage(props: {
  readonly visit: PersonVisit;
  readonly identities: Identities;
  readonly familyCard: string | undefined;
  readonly warnings: readonly string[];
  /** Another account states the same NIK. */
  readonly shared: boolean;
}) {
  const { visit, identities, familyCard, warnings, shared } = props;
  const { say, language } = visit;
  const { nik, passport, numbers } = identities;
  const way = (href: string, there: boolean, title: string) => ({
    items: [{ href, text: say(there ? "account.identity.change" : "account.identity.add"), visuallyHiddenText: title }],
  });
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.identity.title")}</h1>
      <p class="govuk-body">{say("account.identity.why")}</p>
      {warnings.map((text) => (
        <InsetText text={text} />
      ))}
      {shared && <InsetText text={`${say("nik.shared.title")}. ${say("nik.shared.text")}`} />}
      <SummaryList
        rows={[
          {
            key: { text: say("account.identity.nik") },
            value: { text: nik === undefined ? say("account.identity.none") : masked(nik, 4) },
            actions: way(paths.account.nik, nik !== undefined, say("account.identity.nik")),
          },
          {
            key: { text: say("account.identity.family_card") },
            value: { text: familyCard === undefined ? say("account.identity.none") : masked(familyCard, 4) },
            actions: way(paths.account.familyCard, familyCard !== undefined, say("account.identity.family_card")),
          },
          {
            key: { text: say("account.identity.passport") },
            value: {
              text:
                passport === undefined
                  ? say("account.identity.none")
                  : `${countryName(passport.country, language)}, ${masked(passport.number, 2)}`,
            },
            actions: way(paths.account.passport, passport !== undefined, say("account.identity.passport")),
          },
          {
            key: { text: say("account.identity.numbers") },
            value: { text: numbers.length === 0 ? say("account.identity.none") : numbers.join(", ") },
          },
        ]}
      />
      <p class="govuk-body">{say("account.identity.login")}</p>
      <p class="govuk-body">
        <Link href={paths.account.nikCase}>{say("nik.case.link")}</Link>
      </p>
    </>
  );
}

export function NikPage({ visit, problems }: { readonly visit: PersonVisit; readonly problems: Problems }) {
  const { say } = visit;
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.nik.title")}</h1>
      <p class="govuk-body">{say("account.identity.why")}</p>
      <PostForm visit={visit} action={paths.account.nik}>
        <CardNumberField visit={visit} problems={problems} name="nik" />
        <SubmitButton text={say("account.identity.save")} />
      </PostForm>
      <Help visit={visit} problems={problems} />
    </>
  );
}

export function PassportPage({ visit, problems }: { readonly visit: PersonVisit; readonly problems: Problems }) {
  const { say, language, form } = visit;
  const chosen = first(form, "country");
  const collator = new Intl.Collator(language);
  const countries = passportCountries
    .map((code) => ({ value: code, text: countryName(code, language), selected: code === chosen }))
    .toSorted((a, b) => collator.compare(a.text, b.text));
  return (
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.passport.title")}</h1>
      <p class="govuk-body">{say("account.passport.why")}</p>
      <PostForm visit={visit} action={paths.account.passport}>
        <Select
          {...fieldParts({ visit, problems, name: "country" })}
          items={[{ value: "", text: say("account.country.choose") }, ...countries]}
        />
        <TextField
          visit={visit}
          problems={problems}
          name="passport"
          hint
          autocomplete="off"
          classes="govuk-input--width-10"
        />
        <SubmitButton text={say("account.identity.save")} />
      </PostForm>
      <Help visit={visit} problems={problems} />
    </>
  );
}

/** Whoever reads that their number is another account's must have somewhere to go. */
function Help({ visit, problems }: { readonly visit: PersonVisit; readonly problems: Problems }) {
  const keys = Object.values(problems).map(({ key }) => key);
  if (!keys.some((key) => key.startsWith("account.error.identity_"))) return null;
  const isAboutNik = "nik" in problems && !keys.includes("account.error.identity_applied");
  return (
    <p class="govuk-body">
      <Link href={isAboutNik ? paths.account.nikCase : paths.help}>
        {visit.say(isAboutNik ? "nik.case.link" : "account.identity.help")}
      </Link>
    </p>
  );
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}

/** As many characters at both ends as `shown`, and points between. */
function masked(value: string, shown: number): string {
  return `${value.slice(0, shown)}${"•".repeat(Math.max(value.length - 2 * shown, 2))}${value.slice(-shown)}`;
}
