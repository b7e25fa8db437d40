import { inLanguage, type Program } from "../../program/definition.ts";
import type { Slot } from "../../ui/slot.ts";
import type { Visit } from "../route.ts";

interface ProgramStepsProps {
  readonly program: Program;
  readonly visit: Visit;
}

/** The whole way from the first page to the number, numbered. */
export function ProgramSteps({ program, visit }: ProgramStepsProps) {
  const { say, language } = visit;
  const atAcceptance = program.number?.given === "accept" ? "number" : "decision";
  return (
    <ol class="daftar-steps">
      <Step what={say("program.steps_tasks", { count: program.tasks.length })}>
        {program.tasks.map((task) => inLanguage(task.title, language)).join(" · ")}
      </Step>
      <Step what={say("program.steps_check")}>{say("program.steps_check_detail")}</Step>
      <Step what={say("program.steps_review")}>{say("program.steps_review_detail")}</Step>
      <Step what={say(`program.steps_${atAcceptance}`)}>{say(`program.steps_${atAcceptance}_detail`)}</Step>
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
