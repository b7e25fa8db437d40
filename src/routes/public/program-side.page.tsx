import { paths } from "../../paths.ts";
import { reviewDays } from "../../program/review-days.ts";
import { momentWords } from "../../texts/dates.ts";
import { Link } from "../../ui/link/link.tsx";
import { SideBox } from "../../ui/side-box/side-box.tsx";
import { questionsHref } from "../program-page.ts";
import { priceWords } from "./price-words.ts";
import type { ShownProgram } from "./program-hero.page.tsx";

/** The facts that decide whether to begin now, in view beside everything else. */
export function ProgramSide({ program, visit }: ShownProgram) {
  const { say, language } = visit;
  const { zone } = program.institution;
  const days = reviewDays(program.compiled.program);
  const closes = program.closesAt
    ? { term: say("program.closes"), value: momentWords(program.closesAt, zone, language) }
    : { term: say("program.window"), value: say("window.all_year") };
  return (
    <>
      <SideBox
        title={say("program.glance")}
        facts={[
          ...(program.state === "soon"
            ? [{ term: say("program.opens"), value: momentWords(program.opensAt, zone, language) }]
            : []),
          closes,
          ...(program.announces ? [announcementFact(program, visit)] : []),
          { term: say("program.fee"), value: priceWords(program.compiled.program, visit) },
          ...(days === 0 ? [] : [{ term: say("program.processing"), value: say("program.processing_days", { days }) }]),
        ]}
      />
      {program.announces && (
        <SideBox title={say("announce.title")}>
          <p>
            <Link href={paths.announcement(program.slug)}>{say("announce.see")}</Link>
          </p>
        </SideBox>
      )}
      {program.compiled.program.number?.username === true && (
        <SideBox title={say("number.side_title")}>
          <p>
            <Link href={paths.ownNumber(program.slug)}>{say("number.side")}</Link>
          </p>
        </SideBox>
      )}
      <SideBox title={say("program.ask")}>
        {program.compiled.program.why && (
          <p>
            <Link href={paths.why(program.slug)}>{say("why.side")}</Link>
          </p>
        )}
        <p>
          <Link href={questionsHref(visit, program.slug)}>{say("program.ask_link")}</Link>
        </p>
        <p>
          <Link href={paths.programManual(program.slug)}>{say("guide.link")}</Link>
        </p>
        <p>
          <Link href={paths.manual}>{say("manual.title")}</Link>
        </p>
        <p>
          <Link href={paths.phishing}>{say("frame.phishing")}</Link>
        </p>
      </SideBox>
    </>
  );
}

function announcementFact(
  { announcesAt, announcedAt, institution }: ShownProgram["program"],
  visit: ShownProgram["visit"],
) {
  const { say, language } = visit;
  const at = announcedAt ?? announcesAt;
  return {
    term: say("announce.program"),
    value: at === null ? say("announce.program_unset") : momentWords(at, institution.zone, language),
  };
}
