import { paths } from "../../paths.ts";
import type { TypedPage } from "../../program/answers.ts";
import { first } from "../../platform/http/form.ts";
import { askNumberProof, getNumberProgram } from "../../registry/members/ask-proof.ts";
import { findOwnNumber } from "../../registry/members/member.query.ts";
import { askSecretariat, findProof, proveNumber } from "../../registry/members/prove.ts";
import type { ListedProgram } from "../../registry/programs/catalog.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { WordedError } from "../field-errors.ts";
import { readNumberForm } from "./number-form.ts";
import { Asked, EnterCode, HaveNumber, StateNumber } from "./number.page.tsx";
import type { ApplyServices } from "./services.ts";

interface Stating {
  readonly typed: TypedPage;
  readonly errors: readonly WordedError[];
}

const nothing: Stating = { typed: {}, errors: [] };

/** Where somebody stands with a number of before: the form, the secretariat's check, or the number. */
export async function showNumber(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  return drawNumber(services, visit, await openProgram(services, visit), nothing);
}

/** Takes number and two facts, and leads to the code whether they are right or wrong. */
export async function postNumber(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const program = await openProgram(services, visit);
  const { typed, errors, stated } = readNumberForm(visit, services.catalog.regions);
  if (!stated) return drawNumber(services, visit, program, { typed, errors });
  const outcome = await askNumberProof(services, {
    accountId: visit.session.accountId,
    program: program.slug,
    address: visit.address,
    stated,
  });
  return redirect(outcome === "taken" ? paths.proveNumber(program.slug) : paths.ownNumber(program.slug));
}

/** The page for the code. */
export async function showNumberCode(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  return drawCode(services, visit, []);
}

/** Makes the number theirs, or says that the code is wrong. */
export async function postNumberCode(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const program = await openProgram(services, visit);
  const page = paths.ownNumber(program.slug);
  const code = first(visit.form, "code").slice(0, 100).replace(/[\s-]/g, "");
  const wrong = (key: "number.code_missing" | "number.code_wrong") =>
    drawCode(services, visit, [{ field: "code", text: visit.say(key) }]);
  if (!/^[0-9]{6}$/.test(code)) return wrong("number.code_missing");
  switch (await proveNumber(services, { accountId: visit.session.accountId, program, code })) {
    case "done":
      return redirect(`${page}?done`);
    case "wrong":
      return wrong("number.code_wrong");
    case "late":
      return redirect(`${page}?late`);
    case "lost":
      return redirect(`${page}?lost`);
  }
}

/** Hands the statement to the secretariat. */
export async function postAskSecretariat(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const program = await openProgram(services, visit);
  await askSecretariat(services, { accountId: visit.session.accountId, program });
  return redirect(paths.ownNumber(program.slug));
}

function openProgram({ catalog }: ApplyServices, visit: PersonVisit): Promise<ListedProgram> {
  return getNumberProgram(catalog, visit.params["program"] ?? "");
}

async function drawNumber(
  services: ApplyServices,
  visit: PersonVisit,
  program: ListedProgram,
  { typed, errors }: Stating,
): Promise<Response> {
  const { say, url } = visit;
  const { accountId } = visit.session;
  const shown = { visit, compiled: program.compiled };
  const frame = (title: string) => ({
    title,
    errors: errors.length > 0,
    back: { href: paths.program(program.slug), text: say("identity.back") },
  });
  const number = await findOwnNumber(services, { accountId, programId: program.id });
  if (number !== undefined) {
    const newly = url.searchParams.has("done");
    return services.draw(
      visit,
      frame(say("number.have_title")),
      <HaveNumber {...shown} number={number} newly={newly} />,
    );
  }
  const proof = await findProof(services, { accountId, program });
  if (proof?.state === "asked") return services.draw(visit, frame(say("number.asked_title")), <Asked {...shown} />);
  const note = url.searchParams.has("late")
    ? say("number.code_late")
    : url.searchParams.has("lost")
      ? say("number.code_lost")
      : undefined;
  return services.draw(
    visit,
    frame(say("number.title")),
    <StateNumber {...shown} typed={typed} errors={errors} note={note} />,
  );
}

async function drawCode(
  services: ApplyServices,
  visit: PersonVisit,
  errors: readonly WordedError[],
): Promise<Response> {
  const program = await openProgram(services, visit);
  const proof = await findProof(services, { accountId: visit.session.accountId, program });
  if (proof?.state !== "code") {
    return redirect(proof?.state === "late" ? `${paths.ownNumber(program.slug)}?late` : paths.ownNumber(program.slug));
  }
  return services.draw(
    visit,
    {
      title: visit.say("number.code_title"),
      errors: errors.length > 0,
      back: { href: paths.ownNumber(program.slug), text: visit.say("number.again") },
    },
    <EnterCode visit={visit} compiled={program.compiled} errors={errors} />,
  );
}
