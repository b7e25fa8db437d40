import { paths } from "../../../paths.ts";
import { brokenBy } from "../../../registry/password-policies/broken-rows.ts";
import type { PasswordPolicy, RotationInForce } from "../../../registry/password-policies/policies.query.ts";
import { shortMoment } from "../../../texts/dates.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Table } from "../../../ui/table/table.tsx";
import type { PasswordsPageProps } from "./passwords-view.ts";
import { nameWhich } from "./passwords-form.ts";

type DeviationsProps = PasswordsPageProps & { readonly policy: PasswordPolicy };

/** Where an institution leaves the standards: who turned it on, when, under which rule, and which rows it breaks. */
export function Deviations(props: DeviationsProps) {
  const { visit, policy, names } = props;
  const { say, language } = visit;
  const { rule, rotations, zone } = policy;
  const since = (at: Date, by: string) =>
    say("console.passwords.set_by", { name: names.get(by) ?? "", at: shortMoment(at, zone, language) });
  const rows = [
    ...rotations.map((rotation) => [
      { text: rotationWords(props, rotation) },
      { text: since(rotation.setAt, rotation.setBy) },
      { text: `${rotation.rule}. ${rotation.reason}` },
      { text: brokenBy.rotation.join("; ") },
      { text: <EndAsked {...props} rotation={rotation} /> },
    ]),
    ...(rule && rule.kinds > 1
      ? [
          [
            { text: say("console.passwords.requires_kinds", { kinds: rule.kinds }) },
            { text: since(rule.setAt, rule.setBy) },
            { text: rule.reason },
            { text: brokenBy.kinds.join("; ") },
            { text: "" },
          ],
        ]
      : []),
  ];
  const caption = say("console.passwords.deviations", { institution: policy.name[language] });
  if (rows.length === 0) return <p class="govuk-body">{say("console.passwords.deviations_none")}</p>;
  return (
    <Table
      caption={caption}
      captionClasses="govuk-table__caption--s"
      stacked
      head={(["what", "since", "rule", "breaks", "action"] as const).map((column) => ({
        text: say(`console.passwords.column.${column}`),
      }))}
      rows={rows}
    />
  );
}

function rotationWords({ visit }: PasswordsPageProps, { role, maxDays }: RotationInForce): string {
  return visit.say("console.passwords.rotates", { role: visit.say(`console.staff.role.${role}`), days: maxDays });
}

/** Who asked to turn it off, with the buttons of whoever may answer. */
function EndAsked(props: DeviationsProps & { readonly rotation: RotationInForce }) {
  const { visit, policy, names, manageable, rotation } = props;
  const { say, language } = visit;
  const { end } = rotation;
  if (!end) return null;
  const answers = end.by === visit.session.accountId ? (["keep"] as const) : (["agree", "keep"] as const);
  return (
    <>
      <p class="govuk-body">
        {say("console.passwords.end_asked", {
          name: names.get(end.by) ?? "",
          at: shortMoment(end.at, policy.zone, language),
          reason: end.reason,
        })}
      </p>
      {manageable.includes(policy.institutionId) &&
        answers.map((act) => (
          <form method="post" action={paths.console.passwords}>
            <input type="hidden" name="csrf" value={visit.csrf} />
            <input type="hidden" name="act" value={act} />
            <input type="hidden" name="which" value={nameWhich(policy.institutionId, rotation.role)} />
            <Button classes={act === "keep" ? "govuk-button--secondary" : ""} preventDoubleClick>
              {say(`console.passwords.${act}`)}
              <span class="govuk-visually-hidden">
                {" "}
                {say("console.passwords.of", {
                  role: say(`console.staff.role.${rotation.role}`),
                  institution: policy.name[language],
                })}
              </span>
            </Button>
          </form>
        ))}
    </>
  );
}
