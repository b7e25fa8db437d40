import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { paths } from "../../paths.ts";
import type { PasswordLengths } from "../../registry/accounts/password-rules.ts";
import { brokenBy } from "../../registry/password-policies/broken-rows.ts";
import { listPolicies, type PasswordPolicy } from "../../registry/password-policies/policies.query.ts";
import { shortMoment } from "../../texts/dates.ts";
import { Link } from "../../ui/link/link.tsx";
import { Table } from "../../ui/table/table.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

interface PasswordRulesServices {
  readonly db: Kysely<DB>;
  readonly draw: Draw;
  readonly passwordLengths: PasswordLengths;
  /** Whether the platform asks security questions. */
  readonly asksQuestions?: boolean;
}

/** The rules of passwords, and which institutions deviate from the standards. Who turned it on stands in the console. */
export async function showPasswordRules(services: PasswordRulesServices, visit: Visit): Promise<Response> {
  const { say } = visit;
  const rows = (await listPolicies(services.db)).flatMap((policy) => deviationsOf(policy, visit));
  return services.draw(
    visit,
    { title: say("passwords.page.title") },
    <>
      <h1 class="govuk-heading-l">{say("passwords.page.title")}</h1>
      <p class="govuk-body-l">{say("passwords.page.lead")}</p>
      <h2 class="govuk-heading-m">{say("passwords.page.rules")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say("passwords.page.length", { ...services.passwordLengths })}</li>
        <li>{say("passwords.page.guessed")}</li>
        <li>{say("passwords.page.free")}</li>
      </ul>
      <p class="govuk-body">
        {say("passwords.page.better")} <Link href={paths.account.passkeys}>{say("account.passkeys.title")}</Link>
      </p>
      {services.asksQuestions && (
        <>
          <h2 class="govuk-heading-m">{say("passwords.page.questions")}</h2>
          <p class="govuk-body">{say("passwords.page.questions_text")}</p>
        </>
      )}
      <h2 class="govuk-heading-m">{say("passwords.page.institutions")}</h2>
      <p class="govuk-body">{say(`passwords.page.institutions_${rows.length === 0 ? "none" : "text"}`)}</p>
      {rows.length > 0 && (
        <Table
          stacked
          firstCellIsHeader
          head={[
            { text: say("passwords.page.column.institution") },
            { text: say("console.passwords.column.what") },
            { text: say("passwords.page.column.since") },
            { text: say("passwords.page.column.rule") },
            { text: say("console.passwords.column.breaks") },
          ]}
          rows={rows.map((row) => row.map((text) => ({ text })))}
        />
      )}
    </>,
  );
}

function deviationsOf({ name, zone, rotations, rule }: PasswordPolicy, { say, language }: Visit): string[][] {
  const institution = name[language];
  return [
    ...rotations.map((rotation) => [
      institution,
      say("console.passwords.rotates", {
        role: say(`console.staff.role.${rotation.role}`),
        days: rotation.maxDays,
      }),
      shortMoment(rotation.setAt, zone, language),
      rotation.rule,
      brokenBy.rotation.join("; "),
    ]),
    ...(rule && rule.kinds > 1
      ? [
          [
            institution,
            say("console.passwords.requires_kinds", { kinds: rule.kinds }),
            shortMoment(rule.setAt, zone, language),
            say("passwords.page.no_rule"),
            brokenBy.kinds.join("; "),
          ],
        ]
      : []),
  ];
}
