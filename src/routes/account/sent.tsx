import type { TextKey } from "../../texts/texts.ts";
import { Link } from "../../ui/link/link.tsx";
import type { Visit } from "../route.ts";
import { readSentTo } from "../sent-to.ts";
import type { AccountRouteServices } from "./services.ts";

interface Sent {
  /** What to do with the letter. */
  readonly text: TextKey;
  /** Where to try again. */
  readonly again: string;
}

/** "We have sent a letter": the same page whether the address is known or not. */
export function showSent(services: AccountRouteServices, visit: Visit, sent: Sent): Response {
  const { say } = visit;
  const email = readSentTo(services.keyring, visit);
  return services.draw(
    visit,
    { title: say("account.sent.title") },
    <>
      <h1 class="govuk-heading-l">{say("account.sent.title")}</h1>
      <p class="govuk-body-l">
        {visit.url.searchParams.has("name")
          ? say("account.sent.to_owner")
          : email === undefined
            ? say("account.sent.to_typed")
            : say("account.sent.to", { email })}
      </p>
      <p class="govuk-body">{say(sent.text)}</p>
      <h2 class="govuk-heading-m">{say("account.sent.missing_title")}</h2>
      <p class="govuk-body">{say("account.sent.missing")}</p>
      <p class="govuk-body">
        <Link href={sent.again}>{say("account.sent.again")}</Link>
      </p>
    </>,
  );
}
