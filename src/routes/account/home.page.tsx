import { paths } from "../../paths.ts";
import type { Status } from "../../program/workflow.ts";
import { shortMoment } from "../../texts/dates.ts";
import type { Say, TextKey } from "../../texts/texts.ts";
import { Button } from "../../ui/button/button.tsx";
import { Cards, type CardProps } from "../../ui/card/card.tsx";
import { EmptyState } from "../../ui/empty-state/empty-state.tsx";
import { Link } from "../../ui/link/link.tsx";
import { SideBox } from "../../ui/side-box/side-box.tsx";
import type { Tone } from "../../ui/status-tag/status-tag.tsx";
import type { Visit } from "../route.ts";
import type { MyApplication } from "./home.query.ts";
import type { Photo } from "./photo.query.ts";

interface NextThing {
  readonly tone: Tone;
  readonly text: TextKey;
  readonly href: (application: string) => string;
}

/** For each state its colour and the next thing for the person to do. */
const nextThings = {
  draft: { tone: "info", text: "account.next.continue", href: paths.apply.tasks },
  returned: { tone: "warn", text: "account.next.correct", href: paths.apply.tasks },
  submitted: { tone: "info", text: "account.next.status", href: paths.apply.status },
  in_review: { tone: "info", text: "account.next.status", href: paths.apply.status },
  decided: { tone: "info", text: "account.next.status", href: paths.apply.status },
  accepted: { tone: "good", text: "account.next.receipt", href: paths.apply.receipt },
  rejected: { tone: "bad", text: "account.next.reasons", href: paths.apply.status },
  appealed: { tone: "info", text: "account.next.status", href: paths.apply.status },
  locked: { tone: "calm", text: "account.next.status", href: paths.apply.status },
  withdrawn: { tone: "calm", text: "account.next.status", href: paths.apply.status },
  expired: { tone: "calm", text: "account.next.status", href: paths.apply.status },
} as const satisfies Record<Status, NextThing>;

const toCheck: NextThing = { tone: "info", text: "account.next.check", href: paths.apply.check };

function nextThing(application: MyApplication): NextThing {
  return application.status === "draft" && application.complete ? toCheck : nextThings[application.status];
}

export function HomePage({
  visit,
  name,
  applications,
}: {
  visit: Visit;
  name: string;
  applications: readonly MyApplication[];
}) {
  const { say } = visit;
  return (
    <>
      <h1 class="govuk-heading-xl">{say("account.home.greeting", { name })}</h1>
      <h2 class="govuk-heading-m">{say("account.home.applications")}</h2>
      {applications.length === 0 ? (
        <EmptyState
          title={say("account.home.empty_title")}
          headingLevel={3}
          text={say("account.home.empty")}
          action={<Button href={paths.portal} text={say("account.home.to_portal")} />}
        />
      ) : (
        <Cards wide cards={applications.map((application) => card(visit, application))} />
      )}
    </>
  );
}

function card(visit: Visit, application: MyApplication): CardProps {
  const { say, language } = visit;
  const next = nextThing(application);
  return {
    href: next.href(application.id),
    state: { text: say(`status.${application.status}`), tone: next.tone },
    title: application.title[language],
    headingLevel: 3,
    from: [application.institution[language], numberWords(say, application)]
      .filter((words) => words !== "")
      .join(" · "),
    when: whenWords(visit, application),
    price: <span class="daftar-card__next">{say(next.text)}</span>,
  };
}

/** What is not sent yet has a date that binds; of the rest one wants to know when something happened. */
function whenWords({ say, language }: Visit, { status, closesAt, updatedAt, zone }: MyApplication): string {
  if (status === "draft" && closesAt !== null)
    return say("window.closes_on", { day: shortMoment(closesAt, zone, language) });
  return say("account.home.changed", { when: shortMoment(updatedAt, zone, language) });
}

/** The registration number once there is one, until then the receipt's; a draft has neither to show. */
function numberWords(say: Say, { status, number, receipt }: MyApplication): string {
  if (number !== null) return say("account.home.number", { number });
  return status === "draft" ? "" : say("account.home.receipt", { number: receipt });
}

/** Photo, profile, password and guide, beside the applications. */
export function HomeSide({ visit: { say }, photo }: { readonly visit: Visit; readonly photo: Photo | undefined }) {
  return (
    <SideBox title={say("account.home.account")}>
      {photo?.status === "ready" && <img src={paths.account.photo} alt={say("account.home.photo_alt")} width="120" />}
      {photo?.status === "quarantined" && <p class="govuk-body-s">{say("account.home.photo_checking")}</p>}
      <ul class="govuk-list">
        {photo === undefined && (
          <li>
            <Link href={`${paths.account.profile}#photo`}>{say("account.home.no_photo")}</Link>
          </li>
        )}
        <li>
          <Link href={paths.account.profile}>{say("frame.profile")}</Link>
        </li>
        <li>
          <Link href={paths.account.identity}>{say("account.identity.title")}</Link>
        </li>
        <li>
          <Link href={paths.account.password}>{say("frame.password")}</Link>
        </li>
        <li>
          <Link href={paths.account.security}>{say("frame.security")}</Link>
        </li>
        <li>
          <Link href={paths.account.tickets}>{say("tickets.own")}</Link>
        </li>
        <li>
          <Link href={paths.account.data}>{say("account.data.title")}</Link>
        </li>
        <li>
          <Link href={paths.manual}>{say("manual.title")}</Link>
        </li>
        <li>
          <Link href={paths.help}>{say("frame.help")}</Link>
        </li>
      </ul>
    </SideBox>
  );
}
