import { paths } from "../../paths.ts";
import { inLanguage } from "../../program/definition.ts";
import type { ListedProgram } from "../../registry/programs/catalog.ts";
import type { FaqEntry } from "../../registry/faq/entry.query.ts";
import type { Requirement } from "../../registry/programs/requirements.ts";
import { momentWords } from "../../texts/dates.ts";
import { BackLink } from "../../ui/back-link/back-link.tsx";
import { Button } from "../../ui/button/button.tsx";
import { Link } from "../../ui/link/link.tsx";
import { StatusTag } from "../../ui/status-tag/status-tag.tsx";
import type { Visit } from "../route.ts";
import { priceWords } from "./price-words.ts";
import { FirstOthers } from "./program-requirements.page.tsx";
import { windowWords } from "./window-words.ts";

export interface ShownProgram {
  readonly program: ListedProgram;
  readonly visit: Visit;
  readonly now: Date;
  /** What must come first in other programs. */
  readonly requirements: readonly Requirement[];
  /** What the helpdesk has answered about it. */
  readonly questions: readonly FaqEntry[];
  readonly ways: {
    /** Where the person's own application goes on, and whether it can still be edited. */
    readonly goOn?: string;
    readonly editable?: boolean;
    readonly mayStart: boolean;
    readonly signedOut: boolean;
  };
}

export function ProgramHero(props: ShownProgram) {
  const { program, visit, now } = props;
  const { title, summary } = program.compiled.program;
  return (
    <div class="daftar-hero daftar-hero--program">
      <div class="govuk-width-container">
        <BackLink href={paths.portal} text={visit.say("program.all")} />
        <p class="daftar-hero__state">
          <StatusTag {...windowWords(program, visit, now).tag} />
        </p>
        <h1 class="govuk-heading-xl">{inLanguage(title, visit.language)}</h1>
        <p class="daftar-hero__from">{program.institution.name[visit.language]}</p>
        <p class="daftar-hero__facts">
          <span>{closingWords(program, visit)}</span> <span>{priceWords(program.compiled.program, visit)}</span>
        </p>
        <p class="daftar-hero__lead">{inLanguage(summary, visit.language)}</p>
        <WaysIn {...props} />
      </div>
    </div>
  );
}

/** When it closes, or what else there is to know of its window; on a phone the box beside comes last. */
function closingWords(program: ListedProgram, { say, language }: Visit): string {
  const { zone } = program.institution;
  if (program.state === "soon") return say("window.opens_on", { day: momentWords(program.opensAt, zone, language) });
  if (!program.closesAt) return say("window.all_year");
  const closing = momentWords(program.closesAt, zone, language);
  return say(program.state === "closed" ? "window.closed_on" : "window.closes_on", { day: closing });
}

/** The button that begins or goes on, or when that will be possible. */
export function WaysIn({ program, visit, ways, requirements }: ShownProgram) {
  const { say } = visit;
  return (
    <div class="daftar-hero__end">
      {ways.goOn !== undefined && (
        <Button
          href={ways.goOn}
          text={say(ways.editable === true ? "program.continue" : "program.status")}
          isStartButton
        />
      )}
      <FirstOthers visit={visit} requirements={requirements.filter(({ met }) => met === false)} />
      {ways.mayStart && <StartButton slug={program.slug} visit={visit} ways={ways} />}
      {program.state !== "open" && <Waiting program={program} visit={visit} />}
    </div>
  );
}

type StartProps = { readonly slug: string } & Pick<ShownProgram, "visit" | "ways">;

function StartButton({ slug, visit, ways }: StartProps) {
  const { say } = visit;
  if (ways.signedOut) {
    return (
      <>
        <Button href={paths.account.loginThenGo(paths.program(slug))} text={say("program.start")} isStartButton />
        <p class="daftar-quiet">
          {say("program.sign_in_first")}{" "}
          <Link href={paths.account.registerThenGo(paths.program(slug))}>{say("program.register")}</Link>
        </p>
      </>
    );
  }
  const again = ways.goOn !== undefined;
  return (
    <form method="post" action={paths.startProgram(slug)}>
      <input type="hidden" name="csrf" value={visit.csrf} />
      <Button
        text={say(again ? "program.start_again" : "program.start")}
        isStartButton={!again}
        preventDoubleClick
        {...(again ? { classes: "govuk-button--secondary" } : {})}
      />
      <p class="daftar-quiet">{say("program.save_note")}</p>
    </form>
  );
}

function Waiting({ program, visit }: Pick<ShownProgram, "program" | "visit">) {
  const { say, language } = visit;
  const soon = program.state === "soon";
  const moment = momentWords(
    soon ? program.opensAt : (program.closesAt ?? program.opensAt),
    program.institution.zone,
    language,
  );
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>{say(soon ? "program.opens_at" : "program.closed_at", { moment })}</strong>
      </p>
      <p class="govuk-body">{say(soon ? "program.opens_note" : "program.closed_note")}</p>
    </div>
  );
}
