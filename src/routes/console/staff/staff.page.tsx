import { paths } from "../../../paths.ts";
import { permissionsOf, type Role } from "../../../registry/accounts/permissions.ts";
import { Button } from "../../../ui/button/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary/error-summary.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import { Select } from "../../../ui/select/select.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";
import type { InstitutionStaff, StaffRow } from "./staff.query.ts";

/** The roles that can be given, in the order in which they are offered. */
export const roles = Object.keys(permissionsOf) as readonly Role[];

export type StaffErrors = Partial<Readonly<Record<"email" | "role" | "institution", string>>>;

export interface StaffPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly institutions: readonly InstitutionStaff[];
  readonly typed: { readonly email: string; readonly role: string; readonly institution: string };
  readonly errors: StaffErrors;
  readonly done: string | undefined;
}

/** Who may do what in the institution, and giving or taking a role. */
export function StaffPage(props: StaffPageProps) {
  const { visit, institutions, errors, done } = props;
  const { say } = visit;
  const found = Object.entries(errors);
  return (
    <>
      {(done === "granted" || done === "revoked") && (
        <NotificationBanner type="success" titleText={say("console.success")} text={say(`console.staff.${done}`)} />
      )}
      {found.length > 0 && (
        <ErrorSummary
          titleText={say("frame.errors_title", { count: found.length })}
          errorList={found.map(([field, text]) => ({ href: `#${field}`, text }))}
        />
      )}
      <Sections say={say} open={props.sections} current="staff" />
      <h1 class="govuk-heading-l">{say("console.staff.title")}</h1>
      {institutions.map((institution) => (
        <Table
          caption={institution.name}
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          stacked
          head={(["name", "email", "role", "action"] as const).map((column) => ({
            text: say(`console.staff.column.${column}`),
          }))}
          rows={institution.staff.map((row) => [
            {
              text: row.accountId === visit.session.accountId ? `${row.name} (${say("console.staff.you")})` : row.name,
            },
            { text: row.email },
            { text: say(`console.staff.role.${row.role}`) },
            {
              text:
                row.accountId === visit.session.accountId ? (
                  ""
                ) : (
                  <Revoke visit={visit} institution={institution} row={row} />
                ),
            },
          ])}
        />
      ))}
      <GrantForm {...props} />
    </>
  );
}

function Revoke(props: { readonly visit: StaffVisit; readonly institution: InstitutionStaff; readonly row: StaffRow }) {
  const { visit, institution, row } = props;
  const { say } = visit;
  return (
    <form method="post" action={paths.console.revokeRole}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <input type="hidden" name="institution" value={institution.institutionId} />
      <input type="hidden" name="account" value={row.accountId} />
      <input type="hidden" name="role" value={row.role} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {say("console.staff.revoke")}
        <span class="govuk-visually-hidden">
          {" "}
          {say("console.staff.revoke_of", { role: say(`console.staff.role.${row.role}`), name: row.name })}
        </span>
      </Button>
    </form>
  );
}

function GrantForm({ visit, institutions, typed, errors }: StaffPageProps) {
  const { say } = visit;
  const [only] = institutions;
  const error = (text: string | undefined) =>
    text === undefined ? {} : { errorMessage: { text, visuallyHiddenText: say("console.error_sign") } };
  return (
    <form method="post" action={paths.console.grantRole} novalidate>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <h2 class="govuk-heading-m">{say("console.staff.grant_title")}</h2>
      <p class="govuk-hint">{say("console.staff.grant_hint")}</p>
      {institutions.length === 1 && only ? (
        <input type="hidden" name="institution" value={only.institutionId} />
      ) : (
        <Select
          name="institution"
          label={{ text: say("console.staff.institution") }}
          value={typed.institution}
          items={institutions.map(({ institutionId, name }) => ({ value: institutionId, text: name }))}
          {...error(errors.institution)}
        />
      )}
      <Input
        name="email"
        type="email"
        inputmode="email"
        autocomplete="off"
        spellcheck={false}
        label={{ text: say("console.staff.email") }}
        value={typed.email}
        {...error(errors.email)}
      />
      <Radios
        name="role"
        fieldset={{ legend: { text: say("console.staff.role") } }}
        value={typed.role}
        items={roles.map((role) => ({
          value: role,
          text: say(`console.staff.role.${role}`),
          hint: { text: say(`console.staff.may.${role}`) },
        }))}
        {...error(errors.role)}
      />
      <Button text={say("console.staff.grant")} preventDoubleClick />
    </form>
  );
}
