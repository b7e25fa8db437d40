import type { CompiledProgram } from "../../program/compile.ts";
import type { Status } from "../../program/workflow.ts";
import { paths } from "../../paths.ts";
import { dayWords, momentWords, timeWords } from "../../texts/dates.ts";
import type { Say } from "../../texts/texts.ts";
import { Countdown } from "../../ui/countdown/countdown.tsx";
import { Link } from "../../ui/link/link.tsx";
import { SideBox } from "../../ui/side-box/side-box.tsx";
import { questionsHref } from "../program-page.ts";
import type { Visit } from "../route.ts";

/** What the box beside every page of an application says. */
export interface DeadlineFacts {
  readonly id: string;
  readonly status: Status;
  /** Its own closing, with every extension. */
  readonly closes_at: Date | null;
  /** It stands still for a case about its NIK. */
  readonly paused: boolean;
  readonly agreed_at: Date | null;
  readonly zone: string;
  readonly updated_at: Date;
  /** The time by the database. */
  readonly now: Date;
  readonly progress: Readonly<Record<string, string>>;
}

/** From so long before the closing the box counts down. */
const COUNTED_MS = 7 * 86_400_000;

/** When it closes and what happens then, how far it is, and that the work is saved: on every page. */
export function DeadlineBox(props: { visit: Visit; compiled: CompiledProgram; application: DeadlineFacts }) {
  const { application, compiled } = props;
  const { say, language } = props.visit;
  const { program } = compiled;
  const steps = Object.values(application.progress);
  return (
    <SideBox
      title={program.title[language]}
      facts={[
        ...closingFacts(props),
        {
          term: say("apply.progress"),
          value: say("apply.progress_count", {
            done: steps.filter((status) => status === "done").length,
            all: steps.length,
          }),
        },
        {
          term: say("apply.saved"),
          value: (
            <span data-saved-at={say("apply.saved_at", { when: say("apply.saved_today", { time: "%{time}" }) })}>
              {say("apply.saved_at", { when: savedWords(application, props.visit) })}
            </span>
          ),
        },
      ]}
    >
      <p class="govuk-body">
        <Link href={questionsHref(props.visit, program.program)}>{say("apply.questions_link")}</Link>
      </p>
    </SideBox>
  );
}

/** When it was saved last: the time, and its day where that is not today. */
export function savedWords(
  { now, updated_at: saved, zone }: Pick<DeadlineFacts, "now" | "updated_at" | "zone">,
  { say, language }: Visit,
): string {
  const isToday = dayWords(saved, zone, language) === dayWords(now, zone, language);
  return isToday
    ? say("apply.saved_today", { time: timeWords(saved, zone, language) })
    : momentWords(saved, zone, language);
}

function closingFacts(props: { visit: Visit; compiled: CompiledProgram; application: DeadlineFacts }) {
  const { application, compiled } = props;
  const { say, language } = props.visit;
  const { closes_at: closes, now } = application;
  const { at_close } = compiled.program.window;
  if (application.paused) return [{ term: say("apply.closes"), value: say("nik.case.paused") }];
  if (!closes) return [{ term: say("apply.window"), value: say("apply.open_all_year") }];
  const left = closes.getTime() - now.getTime();
  // A correction is not bound to the window.
  const counts = application.status === "draft";
  return [
    { term: say("apply.closes"), value: momentWords(closes, application.zone, language) },
    ...(counts && left > 0 && left <= COUNTED_MS
      ? [
          {
            term: say("closing.left_label"),
            value: (
              <Countdown
                now={now}
                until={closes}
                text={say("closing.left", { time: leftWords(left, say) })}
                template={say("closing.left", { time: "%{time}" })}
                over={say("closing.left_over")}
              />
            ),
          },
        ]
      : []),
    {
      term: say("apply.at_close"),
      value:
        counts && at_close === "submit_complete_and_lock" ? (
          <>
            {say(`apply.at_close_${at_close}`)}{" "}
            <a class="govuk-link" href={paths.apply.closing(application.id)}>
              {say(application.agreed_at ? "closing.agreed" : "closing.not_agreed")}
            </a>
          </>
        ) : (
          say(`apply.at_close_${at_close}`)
        ),
    },
  ];
}

/** The time left as the server says it; where JavaScript runs it goes on counting. */
function leftWords(milliseconds: number, say: Say): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  return days > 0
    ? say("closing.left_days", { days, hours })
    : say("closing.left_hours", { hours, minutes: minutes % 60 });
}
