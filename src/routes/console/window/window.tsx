import { paths } from "../../../paths.ts";
import { first } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { extendWindow } from "../../../registry/windows/extend.ts";
import { findWaiting, momentIn, readWindow } from "../../../registry/windows/window.query.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { countHeldBack } from "../../../registry/rights/restricted.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { ConfirmPage, WindowPage } from "./window.page.tsx";
import { cleanReason, cleanReceipt, typedWindow, windowErrors, type WindowErrors } from "./window-form.ts";

/** The window of a program: its history, and extending it for all or for one, asked once more before it is done. */
export function windowRoutes(services: ConsoleServices): Route[] {
  return [
    staff("extend_window", "GET", paths.console.window(":program"), (visit) => show(services, visit, {})),
    staff("extend_window", "POST", paths.console.window(":program"), (visit) => extend(services, visit)),
  ];
}

/** The program, if it is one of the institutions in which this officer may extend; else it is unknown. */
async function ownProgram({ catalog }: ConsoleServices, visit: StaffVisit): Promise<ListedProgram> {
  const program = await catalog.get(visit.params["program"] ?? "");
  if (!visit.institutions.includes(program.institutionId)) throw notFound();
  return program;
}

async function extend(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say, form } = visit;
  const program = await ownProgram(services, visit);
  if (!program.closesAt) return redirect(paths.console.window(program.slug));
  const typed = typedWindow(form);
  const errors = windowErrors(typed, say);
  if (Object.keys(errors).length > 0) return show(services, visit, errors);
  const { zone } = program.institution;
  const closesAt = await momentIn(services.db, { day: typed.day, time: typed.time.trim().replace(".", ":"), zone });
  const receipt = typed.whom === "one" ? (cleanReceipt(typed.receipt) ?? "") : undefined;
  const applicationId =
    receipt === undefined
      ? null
      : await withStaff(services.db, visit.institutions, (trx) => findWaiting(trx, { programId: program.id, receipt }));
  if (applicationId === undefined) return show(services, visit, { receipt: say("console.window.error.receipt") });
  // For one person the window may reach further than for all already; the database is asked when it is done.
  if (closesAt <= (applicationId === null ? program.closesAt : new Date()))
    return show(services, visit, { day: say("console.window.error.not_later") });
  if (first(form, "confirm") !== "yes") {
    const title = say("console.window.confirm_title");
    return services.draw(
      visit,
      {
        title,
        area: say("console.area"),
        back: { href: paths.console.window(program.slug), text: say("console.window.back") },
      },
      <ConfirmPage visit={visit} program={program} typed={typed} closesAt={closesAt} />,
    );
  }
  const { outcome } = await extendWindow(services.db, {
    actorId: visit.session.accountId,
    institutions: visit.institutions,
    programId: program.id,
    applicationId,
    closesAt,
    reason: cleanReason(typed.reason) ?? "",
  });
  if (outcome === "not_later") return show(services, visit, { day: say("console.window.error.not_later") });
  if (outcome === "not_waiting") return show(services, visit, { receipt: say("console.window.error.receipt") });
  if (outcome !== "extended") throw notFound();
  return redirect(`${paths.console.window(program.slug)}?done=extended`);
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: WindowErrors): Promise<Response> {
  const { say } = visit;
  const program = await ownProgram(services, visit);
  const { window, heldBack } = await withStaff(services.db, visit.institutions, async (trx) => ({
    window: await readWindow(trx, services.keyring, program.id),
    heldBack: await countHeldBack(trx, { of: "drafts", programId: program.id }),
  }));
  const wrong = Object.keys(errors).length > 0;
  return services.draw(
    visit,
    {
      title: say("console.window.title"),
      area: say("console.area"),
      errors: wrong,
      status: wrong ? 422 : 200,
      back: { href: paths.console.programs, text: say("console.to_programs") },
    },
    <WindowPage
      visit={visit}
      program={program}
      window={window}
      heldBack={heldBack}
      typed={typedWindow(visit.form)}
      errors={errors}
      done={visit.url.searchParams.get("done") === "extended"}
    />,
  );
}
