import type { CompiledProgram } from "../../program/compile.ts";
import { momentWords, timeWords } from "../../texts/dates.ts";
import { SideBox } from "../../ui/side-box/side-box.tsx";
import type { Visit } from "../route.ts";

/** What the box beside every page of an application says. */
export interface DeadlineFacts {
  readonly closes_at: Date | null;
  readonly zone: string;
  readonly updated_at: Date;
  readonly progress: Readonly<Record<string, string>>;
}

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
        application.closes_at
          ? { term: say("apply.closes"), value: momentWords(application.closes_at, application.zone, language) }
          : { term: say("apply.window"), value: say("apply.open_all_year") },
        ...(application.closes_at
          ? [{ term: say("apply.at_close"), value: say(`apply.at_close_${program.window.at_close}`) }]
          : []),
        {
          term: say("apply.progress"),
          value: say("apply.progress_count", {
            done: steps.filter((status) => status === "done").length,
            all: steps.length,
          }),
        },
        {
          term: say("apply.saved"),
          value: say("apply.saved_at", { time: timeWords(application.updated_at, application.zone, language) }),
        },
      ]}
    />
  );
}
