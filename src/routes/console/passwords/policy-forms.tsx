import { paths } from "../../../paths.ts";
import type { PasswordPolicy } from "../../../registry/password-policies/policies.query.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { Select } from "../../../ui/select/select.tsx";
import type { Slot } from "../../../ui/slot.ts";
import { Textarea } from "../../../ui/textarea/textarea.tsx";
import { WarningText } from "../../../ui/warning-text/warning-text.tsx";
import { errorOf } from "../moment-fields.tsx";
import type { PasswordsPageProps } from "./passwords-view.ts";
import { nameWhich, roles } from "./passwords-form.ts";

/** How long the passwords of staff must be. */
export function RuleForm(props: PasswordsPageProps) {
  const { visit, typed, errors, lengths } = props;
  const { say } = visit;
  const floor = lengths.withFactor;
  return (
    <PolicyForm {...props} act="rule">
      <h2 class="govuk-heading-m">{say("console.passwords.rule_title")}</h2>
      <InstitutionField {...props} act="rule" />
      <Input
        name="least"
        inputmode="numeric"
        classes="govuk-input--width-3"
        autocomplete="off"
        label={{ text: say("console.passwords.least") }}
        hint={{ text: say("console.passwords.least_hint", { floor }) }}
        value={typed.least}
        {...errorOf(say, errors.least)}
      />
      <Select
        name="kinds"
        label={{ text: say("console.passwords.kinds") }}
        hint={{ text: say("console.passwords.kinds_hint") }}
        value={typed.kinds === "" ? "1" : typed.kinds}
        items={[1, 2, 3, 4].map((kinds) => ({
          value: String(kinds),
          text: kinds === 1 ? say("console.passwords.kinds_none") : say("console.passwords.kinds_value", { kinds }),
        }))}
        {...errorOf(say, errors.kinds)}
      />
      <Reason {...props} name="rule_reason" />
      <Button text={say("console.passwords.rule_save")} preventDoubleClick />
    </PolicyForm>
  );
}

/** That passwords of a role expire. */
export function RotationForm(props: PasswordsPageProps) {
  const { visit, typed, errors } = props;
  const { say } = visit;
  return (
    <PolicyForm {...props} act="rotation">
      <h2 class="govuk-heading-m">{say("console.passwords.rotation_title")}</h2>
      <WarningText text={say("console.passwords.rotation_text")} iconFallbackText={say("apply.warning")} />
      <InstitutionField {...props} act="rotation" />
      <Select
        name="role"
        label={{ text: say("console.passwords.role") }}
        value={typed.role}
        items={["", ...roles].map((role) => ({ value: role, text: roleWords(props, role) }))}
        {...errorOf(say, errors.role)}
      />
      <Input
        name="days"
        inputmode="numeric"
        classes="govuk-input--width-3"
        autocomplete="off"
        label={{ text: say("console.passwords.days") }}
        hint={{ text: say("console.passwords.days_hint") }}
        value={typed.days}
        {...errorOf(say, errors.days)}
      />
      <Input
        name="rule"
        autocomplete="off"
        label={{ text: say("console.passwords.rule") }}
        hint={{ text: say("console.passwords.rule_hint") }}
        value={typed.rule}
        {...errorOf(say, errors.rule)}
      />
      <Reason {...props} name="rotation_reason" />
      <Button text={say("console.passwords.rotation_save")} preventDoubleClick />
    </PolicyForm>
  );
}

/** Asking that a rotation be turned off; nothing where none can be. */
export function EndForm(props: PasswordsPageProps) {
  const { visit, typed, errors } = props;
  const { say, language } = visit;
  const open = manageableOf(props).flatMap(({ institutionId, name, rotations }) =>
    rotations
      .filter(({ end }) => end === undefined)
      .map(({ role }) => ({
        value: nameWhich(institutionId, role),
        text: `${say(`console.staff.role.${role}`)}, ${name[language]}`,
      })),
  );
  if (open.length === 0) return null;
  return (
    <PolicyForm {...props} act="ask">
      <h2 class="govuk-heading-m">{say("console.passwords.end_title")}</h2>
      <p class="govuk-body">{say("console.passwords.end_text")}</p>
      <Select
        name="which"
        label={{ text: say("console.passwords.which") }}
        value={typed.which}
        items={open}
        {...errorOf(say, errors.which)}
      />
      <Reason {...props} name="end_reason" />
      <Button text={say("console.passwords.end_save")} classes="govuk-button--secondary" preventDoubleClick />
    </PolicyForm>
  );
}

function manageableOf({ policies, manageable }: PasswordsPageProps): readonly PasswordPolicy[] {
  return policies.filter(({ institutionId }) => manageable.includes(institutionId));
}

function roleWords({ visit }: PasswordsPageProps, name: string): string {
  const role = roles.find((one) => one === name);
  return role === undefined ? visit.say("console.passwords.choose") : visit.say(`console.staff.role.${role}`);
}

function PolicyForm(props: PasswordsPageProps & { readonly act: string; readonly children?: Slot }) {
  return (
    <form method="post" action={paths.console.passwords} novalidate>
      <input type="hidden" name="csrf" value={props.visit.csrf} />
      <input type="hidden" name="act" value={props.act} />
      {props.children}
    </form>
  );
}

/** Which institution; whoever manages only one is not asked. */
function InstitutionField(props: PasswordsPageProps & { readonly act: string }) {
  const { visit, typed, act } = props;
  const institutions = manageableOf(props);
  const [only, ...others] = institutions;
  if (only && others.length === 0) return <input type="hidden" name="institution" value={only.institutionId} />;
  return (
    <Select
      name="institution"
      id={`institution-${act}`}
      label={{ text: visit.say("console.passwords.institution") }}
      value={typed.institution}
      items={institutions.map(({ institutionId, name }) => ({ value: institutionId, text: name[visit.language] }))}
    />
  );
}

function Reason(props: PasswordsPageProps & { readonly name: "rule_reason" | "rotation_reason" | "end_reason" }) {
  const { visit, typed, errors, name } = props;
  return (
    <Textarea
      name={name}
      rows={2}
      label={{ text: visit.say("console.passwords.reason") }}
      hint={{ text: visit.say("console.passwords.reason_hint") }}
      value={typed[name]}
      {...errorOf(visit.say, errors[name])}
    />
  );
}
