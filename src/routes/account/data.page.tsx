import { paths } from "../../paths.ts";
import type { OwnConsent } from "../../registry/consents/consents.query.ts";
import type { OwnCopy } from "../../registry/data-copies/copies.query.ts";
import type { OwnRequest } from "../../registry/rights/own-requests.query.ts";
import type { OwnTrace } from "../../registry/consents/trail.query.ts";
import { momentWords } from "../../texts/dates.ts";
import { isTextKey, type TextKey } from "../../texts/texts.ts";
import { Details } from "../../ui/details/details.tsx";
import { Link } from "../../ui/link/link.tsx";
import { Pagination } from "../../ui/pagination/pagination.tsx";
import { SummaryList } from "../../ui/summary-list/summary-list.tsx";
import { Table } from "../../ui/table/table.tsx";
import { WarningText } from "../../ui/warning-text/warning-text.tsx";
import type { PersonVisit } from "../route.ts";
import { CopyPart } from "./copy.page.tsx";
import { zone } from "./capital-zone.ts";
import { RightsPart } from "./rights-list.page.tsx";

interface Props {
  readonly visit: PersonVisit;
  readonly copy: OwnCopy | undefined;
  /** Why no other copy was taken on, if one was asked for. */
  readonly problem: TextKey | undefined;
  /** Everything that was asked about the data. */
  readonly requests: readonly OwnRequest[];
  readonly consents: readonly OwnConsent[];
  readonly trail: readonly OwnTrace[];
  /** Which page of the trail, from 1. */
  readonly page: number;
  /** Whether there is one after it. */
  readonly older: boolean;
}

export function DataPage({ visit, copy, problem, requests, consents, trail, page, older }: Props) {
  const { say } = visit;
  return (
    <>
      <h1 class="govuk-heading-l">{say("account.data.title")}</h1>
      {problem && <WarningText text={say(problem)} iconFallbackText={say("account.data.warning")} />}
      <p class="govuk-body">{say("account.data.intro")}</p>
      <CopyPart visit={visit} copy={copy} />
      <RightsPart visit={visit} requests={requests} />
      <h2 class="govuk-heading-m">{say("account.data.consents")}</h2>
      {consents.length === 0 && <p class="govuk-body">{say("account.data.no_consents")}</p>}
      {consents.map((consent) => (
        <Consent visit={visit} consent={consent} />
      ))}
      <h2 class="govuk-heading-m" id="trail">
        {say("account.data.trail")}
      </h2>
      <p class="govuk-body">{say("account.data.trail_note")}</p>
      <Trail visit={visit} trail={trail} />
      {(page > 1 || older) && (
        <Pagination
          landmarkLabel={say("account.data.pages")}
          {...(page > 1 ? { previous: { href: pageOf(page - 1), text: say("account.data.newer") } } : {})}
          {...(older ? { next: { href: pageOf(page + 1), text: say("account.data.older") } } : {})}
        />
      )}
    </>
  );
}

function pageOf(page: number): string {
  return `${paths.account.data}?page=${page}#trail`;
}

function Consent({ visit: { say, language }, consent }: { readonly visit: PersonVisit; readonly consent: OwnConsent }) {
  const { kind, title, withdrawnAt } = consent;
  return (
    <>
      <h3 class="govuk-heading-s">{say(`account.data.kind.${kind}`)}</h3>
      <SummaryList
        classes="govuk-!-margin-bottom-2"
        rows={[
          title && { key: { text: say("account.data.program") }, value: { text: title[language] } },
          { key: { text: say("account.data.when") }, value: { text: momentWords(consent.at, zone, language) } },
          {
            key: { text: say("account.data.language") },
            value: { text: say(`account.data.in_${consent.language}`) },
          },
          {
            key: { text: say("account.data.state") },
            value: {
              text: withdrawnAt
                ? say("account.data.withdrawn", { when: momentWords(withdrawnAt, zone, language) })
                : say("account.data.holds"),
            },
          },
        ]}
      />
      <Details summaryText={say("account.data.text")}>
        <div lang={consent.language}>
          {consent.text.split("\n\n").map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
        <p class="daftar-quiet">
          {say("account.data.version")}: <code class="daftar-code">{consent.version}</code>
        </p>
      </Details>
      {withdrawnAt === null && (
        <p class="govuk-body">
          <Link href={paths.account.rights.withdrawalOf(consent.id)}>
            {say("account.rights.link.withdrawal")}
            <span class="govuk-visually-hidden">
              : {say(`account.data.kind.${kind}`)} {title?.[language]}
            </span>
          </Link>
        </p>
      )}
    </>
  );
}

function Trail({ visit, trail }: Pick<Props, "visit" | "trail">) {
  const { say, language } = visit;
  return (
    <Table
      caption={say("account.data.trail")}
      captionClasses="govuk-visually-hidden"
      firstCellIsHeader
      stacked
      head={(["when", "who", "what"] as const).map((column) => ({ text: say(`account.data.column.${column}`) }))}
      rows={trail.map((trace) => [
        { text: momentWords(trace.at, zone, language) },
        { text: whoOf(visit, trace) },
        { text: trace.title ? `${deedOf(visit, trace)} – ${trace.title[language]}` : deedOf(visit, trace) },
      ])}
    />
  );
}

/** Who did it: the person, or a role at an institution, never another person's name. */
function whoOf({ say, language }: PersonVisit, { own, actorKind, institution }: OwnTrace): string {
  if (own) return say("account.data.who.own");
  if (actorKind === "staff" && institution) {
    return say("account.data.who.staff_of", { institution: institution[language] });
  }
  return say(`account.data.who.${actorKind}`);
}

function deedOf({ say }: PersonVisit, { action }: OwnTrace): string {
  const key = `account.data.did.${action}`;
  return isTextKey(key) ? say(key) : say("account.data.did.other", { action });
}
