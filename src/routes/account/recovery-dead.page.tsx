import { paths } from "../../paths.ts";
import { Button } from "../../ui/button/button.tsx";
import type { Visit } from "../route.ts";

/** A recovery that is over, was never begun here, or was finished. */
export function RecoveryDeadPage({ visit }: { readonly visit: Visit }) {
  const { say } = visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.recover.dead_title")}</h1>
      <p class="govuk-body">{say("account.recover.dead")}</p>
      <Button href={paths.account.recover} text={say("account.recover.begin_anew")} />
    </>
  );
}
