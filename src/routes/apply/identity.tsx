import type { TypedPage } from "../../program/answers.ts";
import type { CompiledProgram } from "../../program/compile.ts";
import { paths } from "../../paths.ts";
import { first } from "../../platform/http/form.ts";
import { conflict, notFound } from "../../platform/refusals.ts";
import { fillWithFound } from "../../registry/applications/fill-with-found.ts";
import { listNeeds, type Need } from "../../registry/applications/needs.ts";
import { startApplication } from "../../registry/applications/start.ts";
import { askSource } from "../../registry/sources/look-up.ts";
import { getLookup, type Lookup } from "../../registry/sources/lookup.query.ts";
import { getLookupForm, readLookupForm } from "../../registry/sources/lookup-form.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import { wordErrors, type WordedError } from "../field-errors.ts";
import { AskNumbers, LookupResult, Missing } from "./identity.page.tsx";
import type { ApplyServices } from "./services.ts";

/** How long a page waits for the worker before it says that the source has not answered yet, and how often it looks. */
const WAIT_MS = 3000;
const LOOK_MS = 150;

/** What a program still wants to know before it begins; a program that begins with a source asks for two numbers. */
export async function showIdentity(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { compiled, needs } = await openProgram(services, visit);
  const wanted = needs.filter((need) => need !== "lookup");
  if (compiled.program.identity === "linked" && wanted.length === 0) {
    return drawNumbers(services, visit, compiled, { typed: {}, errors: [] });
  }
  return services.draw(
    visit,
    frameOf(visit, compiled, "identity.title"),
    <Missing visit={visit} compiled={compiled} needs={wanted} />,
  );
}

/** Asks the source for both numbers, and leads to its answer. */
export async function postIdentity(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { compiled } = await openProgram(services, visit);
  const read = readLookupForm(compiled, getLookupForm(compiled), visit.form);
  const { program } = compiled.program;
  if (read.errors.length > 0) {
    return drawNumbers(services, visit, compiled, {
      typed: read.typed,
      errors: wordErrors(compiled, read.errors, visit),
    });
  }
  const lookup = await askSource(services, {
    accountId: visit.session.accountId,
    program,
    address: visit.address,
    numbers: read.numbers,
  });
  return redirect(paths.lookup(program, lookup));
}

/** What the source said, after a short wait for it. */
export async function showLookup(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { compiled } = await openProgram(services, visit);
  const form = getLookupForm(compiled);
  const lookup = await waitForLookup(services, visit);
  return services.draw(
    visit,
    frameOf(visit, compiled, `lookup.${lookup.outcome}_title`),
    <LookupResult visit={visit} compiled={compiled} form={form} lookup={lookup} />,
  );
}

/** Begins, filled with what the source has where the person said that they are the one who was found. */
export async function beginFromLookup(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { accountId } = visit.session;
  const { program } = (await openProgram(services, visit)).compiled.program;
  const lookup = await getLookup(services, { accountId, program, lookup: visit.params["lookup"] ?? "" });
  const fill = first(visit.form, "fill");
  if (fill !== "yes" && fill !== "no") throw conflict("busy");
  const { id } = await startApplication(services, { accountId, program, language: visit.language });
  if (fill === "yes" && lookup.outcome === "found") {
    await fillWithFound(services, { accountId, applicationId: id, person: lookup.person });
  }
  return redirect(paths.apply.tasks(id));
}

async function openProgram(
  services: ApplyServices,
  visit: PersonVisit,
): Promise<{ readonly compiled: CompiledProgram; readonly needs: readonly Need[] }> {
  const { compiled, id } = await services.catalog.get(visit.params["program"] ?? "");
  const { program } = compiled;
  if (program.account === "none") throw notFound();
  const needs = await listNeeds(services.db, { accountId: visit.session.accountId, programId: id, program });
  return { compiled, needs };
}

async function waitForLookup(services: ApplyServices, visit: PersonVisit): Promise<Lookup> {
  const { program = "", lookup = "" } = visit.params;
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const found = await getLookup(services, { accountId: visit.session.accountId, program, lookup });
    if (found.outcome !== "waiting" || Date.now() > until) return found;
    await new Promise((woken) => setTimeout(woken, LOOK_MS));
  }
}

function drawNumbers(
  services: ApplyServices,
  visit: PersonVisit,
  compiled: CompiledProgram,
  shown: { readonly typed: TypedPage; readonly errors: readonly WordedError[] },
): Response {
  return services.draw(
    visit,
    { ...frameOf(visit, compiled, "lookup.title"), errors: shown.errors.length > 0 },
    <AskNumbers visit={visit} compiled={compiled} form={getLookupForm(compiled)} {...shown} />,
  );
}

function frameOf(
  { say }: PersonVisit,
  { program }: CompiledProgram,
  title: "identity.title" | "lookup.title" | `lookup.${Lookup["outcome"]}_title`,
) {
  return {
    title: say(title),
    program: program.program,
    back: { href: paths.program(program.program), text: say("identity.back") },
  };
}
