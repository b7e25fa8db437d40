import { paths } from "../../../paths.ts";
import { requestKinds } from "../../../registry/desk/services.ts";
import { Button } from "../../../ui/button/button.tsx";
import { Input } from "../../../ui/input/input.tsx";
import { NotificationBanner } from "../../../ui/notification-banner/notification-banner.tsx";
import { Radios } from "../../../ui/radios/radios.tsx";
import type { StaffVisit } from "../../route.ts";
import { Sections, type Section } from "../sections.tsx";
import { fieldError, FormErrors } from "./asking-fields.tsx";

export type FindErrors = Partial<Readonly<Record<"name" | "purpose", string>>>;

interface FindPageProps {
  readonly visit: StaffVisit;
  readonly sections: readonly Section[];
  readonly typed: Readonly<Record<"name" | "purpose", string>>;
  readonly errors: FindErrors;
  /** Whether a request was written down just now. */
  readonly done: boolean;
}

/** By what name, and what for. */
export function FindPage({ visit, sections, typed, errors, done }: FindPageProps) {
  const { say } = visit;
  return (
    <>
      {done && <NotificationBanner type="success" titleText={say("console.success")} text={say("desk.ask.done")} />}
      <FormErrors visit={visit} errors={errors} />
      <Sections say={say} open={sections} current="accounts" />
      <h1 class="govuk-heading-l">{say("desk.find.title")}</h1>
      <p class="govuk-body">{say("desk.find.text")}</p>
      <form method="post" action={paths.console.accounts} novalidate>
        <input type="hidden" name="csrf" value={visit.csrf} />
        <Input
          name="name"
          label={{ text: say("desk.find.name") }}
          hint={{ text: say("desk.find.name_hint") }}
          value={typed.name}
          autocomplete="off"
          spellcheck={false}
          {...fieldError(visit, errors.name)}
        />
        <Radios
          name="purpose"
          fieldset={{ legend: { text: say("desk.find.purpose") } }}
          value={typed.purpose}
          items={requestKinds.map((kind) => ({ value: kind, text: say(`desk.find.purpose_${kind}`) }))}
          {...fieldError(visit, errors.purpose)}
        />
        <Button text={say("desk.find.button")} preventDoubleClick />
      </form>
    </>
  );
}
