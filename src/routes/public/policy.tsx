import type { TextKey } from "../../texts/texts.ts";
import type { Draw } from "../draw.tsx";
import { privacyParts } from "../privacy-text.ts";
import type { Visit } from "../route.ts";

/** The parts of each policy page; the texts stand under `<policy>.<part>`. */
const parts = {
  privacy: privacyParts,
  accessibility: ["can", "standard", "limits", "tell"],
  phishing: ["never", "check", "words", "happened"],
} as const;

export type Policy = keyof typeof parts;
export const policies = Object.keys(parts) as Policy[];

/** A page of plain text: what the service promises, and what it does not. */
export function showPolicy(draw: Draw, policy: Policy, visit: Visit): Response {
  const { say } = visit;
  return draw(
    visit,
    { title: say(`${policy}.title`) },
    <>
      <h1 class="govuk-heading-l">{say(`${policy}.title`)}</h1>
      <p class="govuk-body-l">{say(`${policy}.lead`)}</p>
      {parts[policy].map((part) => (
        <>
          <h2 class="govuk-heading-m">{say(`${policy}.${part}.title` as TextKey)}</h2>
          <p class="govuk-body">{say(`${policy}.${part}.text` as TextKey)}</p>
        </>
      ))}
    </>,
  );
}
