import { paths } from "../../paths.ts";
import { stateFamilyCard } from "../../registry/accounts/family-card.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { CardNumberField, PostForm, SubmitButton, Summary } from "./form-parts.tsx";
import type { AccountRouteServices } from "./services.ts";
import { readTypedNumber } from "./typed-number.ts";
import type { Problems } from "./typed.ts";

/** The number of the family card, to be added or changed. */
export function showFamilyCard(services: AccountRouteServices, visit: PersonVisit, problems: Problems = {}): Response {
  const { say } = visit;
  return services.draw(
    visit,
    {
      title: say("account.family_card.title"),
      errors: Object.keys(problems).length > 0,
      back: { href: paths.account.identity },
    },
    <>
      <Summary visit={visit} problems={problems} />
      <h1 class="govuk-heading-l">{say("account.family_card.title")}</h1>
      <p class="govuk-body">{say("account.family_card.why")}</p>
      <PostForm visit={visit} action={paths.account.familyCard}>
        <CardNumberField visit={visit} problems={problems} name="kk" />
        <SubmitButton text={say("account.identity.save")} />
      </PostForm>
    </>,
  );
}

export async function postFamilyCard(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const read = readTypedNumber(services, visit, "kk");
  if ("problem" in read) return showFamilyCard(services, visit, { kk: read.problem });
  await stateFamilyCard(services, visit.session, read.value);
  return redirect(`${paths.account.identity}?done`);
}
