import type { ListedProgram } from "../../registry/programs/catalog.ts";
import { daysBetween, shortDay, shortMoment } from "../../texts/dates.ts";
import type { Visit } from "../route.ts";

/** From how many days before the closing the tag counts down, and from when it turns red. */
const SOON_OVER = 7;
const NEARLY_OVER = 2;

interface WindowWords {
  readonly tag: { readonly text: string; readonly tone: "good" | "warn" | "bad" | "calm" };
  /** For the last line of a card. */
  readonly when: string;
}

/** How a program's window is said in short. The state comes from the database; `now` only counts the days. */
export function windowWords(program: ListedProgram, visit: Pick<Visit, "say" | "language">, now: Date): WindowWords {
  const { say, language } = visit;
  const { zone } = program.institution;
  if (program.state === "soon") {
    return {
      tag: { text: say("window.soon"), tone: "calm" },
      when: say("window.opens_on", { day: shortDay(program.opensAt, zone, language) }),
    };
  }
  const open = { text: say("window.open"), tone: "good" } as const;
  if (!program.closesAt) return { tag: open, when: say("window.all_year") };
  if (program.state === "closed") {
    return {
      tag: { text: say("window.closed"), tone: "calm" },
      when: say("window.closed_on", { day: shortDay(program.closesAt, zone, language) }),
    };
  }
  const when = say("window.closes_on", { day: shortMoment(program.closesAt, zone, language) });
  const days = Math.max(0, daysBetween(now, program.closesAt, zone));
  if (days > SOON_OVER) return { tag: open, when };
  return { tag: { text: say("window.closes_in", { days }), tone: days <= NEARLY_OVER ? "bad" : "warn" }, when };
}
