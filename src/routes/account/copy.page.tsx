import { paths } from "../../paths.ts";
import type { OwnCopy } from "../../registry/data-copies/copies.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { Button } from "../../ui/button/button.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import type { PersonVisit } from "../route.ts";
import { PostForm } from "./form-parts.tsx";
import { zone } from "./capital-zone.ts";

interface Props {
  readonly visit: PersonVisit;
  readonly copy: OwnCopy | undefined;
}

/** Where the copy of all one's data is asked for and fetched. */
export function CopyPart({ visit, copy }: Props) {
  const { say, language } = visit;
  const waits = copy !== undefined && copy.readyAt === null;
  return (
    <>
      <h2 class="govuk-heading-m">{say("account.data.copy")}</h2>
      <p class="govuk-body">{say("account.data.copy_note")}</p>
      {copy && (
        <SummaryList
          rows={[
            { key: { text: say("account.data.copy_number") }, value: { text: copy.number } },
            {
              key: { text: say("account.data.copy_asked") },
              value: { text: momentWords(copy.askedAt, zone, language) },
            },
            { key: { text: say("account.data.copy_state") }, value: { text: stateOf({ visit, copy }) } },
          ]}
        />
      )}
      {copy?.here && (
        <Button
          href={paths.account.copy}
          text={say("account.data.copy_fetch", { size: sizeWords(copy.size ?? 0, language) })}
        />
      )}
      {!waits && (
        <PostForm visit={visit} action={paths.account.copy}>
          <Button
            type="submit"
            classes={copy?.here ? "govuk-button--secondary" : ""}
            text={say(copy ? "account.data.copy_again" : "account.data.copy_ask")}
            preventDoubleClick
          />
        </PostForm>
      )}
    </>
  );
}

function stateOf({ visit: { say, language }, copy }: Props): string {
  if (!copy?.readyAt) return say("account.data.copy_waiting");
  if (!copy.here || !copy.expiresAt) return say("account.data.copy_gone");
  return say("account.data.copy_here", { until: momentWords(copy.expiresAt, zone, language) });
}

function sizeWords(bytes: number, language: "id" | "en"): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), "KB"] : [bytes / 1_000_000, "MB"];
  const digits = new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 1 });
  return `${digits.format(size)} ${unit}`;
}
