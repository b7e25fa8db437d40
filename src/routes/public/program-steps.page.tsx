import { inLanguage, type Program } from "../../program/definition.ts";
import type { Say } from "../../texts/texts.ts";
import type { Slot } from "../../ui/slot.ts";
import type { Visit } from "../route.ts";

interface ProgramStepsProps {
  readonly program: Program;
  readonly visit: Visit;
}

interface WayStep {
  readonly what: string;
  readonly detail: string;
}

/** What comes once all parts are filled in, up to the number or the decision. */
export function wayToDecision(program: Program, say: Say): readonly WayStep[] {
  const atAcceptance = program.number?.given === "accept" ? "number" : "decision";
  return [
    ...payStep(program, say, "before_submission"),
    { what: say("program.steps_check"), detail: say("program.steps_check_detail") },
    { what: say("program.steps_review"), detail: say("program.steps_review_detail") },
    { what: say(`program.steps_${atAcceptance}`), detail: say(`program.steps_${atAcceptance}_detail`) },
    ...payStep(program, say, "after_acceptance"),
  ];
}

/** Where the fee is paid on the way, if there is one. A fee that follows from answers may be none. */
function payStep({ fee }: Program, say: Say, due: NonNullable<Program["fee"]>["due"]): readonly WayStep[] {
  if (fee?.due !== due) return [];
  const what = typeof fee.amount === "number" ? "program.steps_pay" : "program.steps_pay_if";
  return [{ what: say(what), detail: say("program.steps_pay_detail") }];
}

/** The whole way from the first page to the number, numbered. */
export function ProgramSteps({ program, visit }: ProgramStepsProps) {
  const { say, language } = visit;
  return (
    <ol class="daftar-steps">
      <Step what={say("program.steps_tasks", { count: program.tasks.length })}>
        {program.tasks.map((task) => inLanguage(task.title, language)).join(" · ")}
      </Step>
      {wayToDecision(program, say).map(({ what, detail }) => (
        <Step what={what}>{detail}</Step>
      ))}
    </ol>
  );
}

function Step({ what, children }: { readonly what: string; readonly children?: Slot }) {
  return (
    <li class="daftar-steps__item">
      <p class="daftar-steps__what">{what}</p>
      <p class="daftar-steps__detail">{children}</p>
    </li>
  );
}
