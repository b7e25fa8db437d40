import { paths } from "../../../paths.ts";
import { first, type Form } from "../../../platform/http/form.ts";
import { notFound } from "../../../platform/refusals.ts";
import { readAnnouncement } from "../../../registry/announcements/announcement.query.ts";
import { moveAnnouncement } from "../../../registry/announcements/move.ts";
import type { ListedProgram } from "../../../registry/programs/catalog.ts";
import { countHeldBack } from "../../../registry/rights/restricted.query.ts";
import { withStaff } from "../../../registry/reviews/with-staff.ts";
import { momentIn } from "../../../registry/windows/window.query.ts";
import type { Say } from "../../../texts/texts.ts";
import { redirect } from "../../respond.ts";
import { staff, type Route, type StaffVisit } from "../../route.ts";
import type { ConsoleServices } from "../services.ts";
import { cleanReason, isDay, isTime } from "../window/window-form.ts";
import { AnnouncementPage, type MoveErrors, type TypedMove } from "./announcement.page.tsx";

/** When a program announces its verdicts: seen, set and moved by officers with the right. */
export function announcementRoutes(services: ConsoleServices): Route[] {
  const at = paths.console.announcement(":program");
  return [
    staff("move_announcement", "GET", at, (visit) => show(services, visit, {})),
    staff("move_announcement", "POST", at, (visit) => move(services, visit)),
  ];
}

/** The program, if it announces and is one of the institutions in which this officer may set that; else it is unknown. */
async function ownProgram({ catalog }: ConsoleServices, visit: StaffVisit): Promise<ListedProgram> {
  const program = await catalog.get(visit.params["program"] ?? "");
  if (!visit.institutions.includes(program.institutionId) || !program.announces) throw notFound();
  return program;
}

async function move(services: ConsoleServices, visit: StaffVisit): Promise<Response> {
  const { say } = visit;
  const program = await ownProgram(services, visit);
  const typed = typedMove(visit.form);
  const errors = moveErrors(typed, say);
  if (Object.keys(errors).length > 0) return show(services, visit, errors);
  const { zone } = program.institution;
  const moved = await moveAnnouncement(services.db, {
    actorId: visit.session.accountId,
    institutions: visit.institutions,
    programId: program.id,
    announcesAt: await momentIn(services.db, { day: typed.day, time: typed.time.trim().replace(".", ":"), zone }),
    reason: cleanReason(typed.reason) ?? "",
  });
  switch (moved) {
    case "moved":
      return redirect(`${paths.console.announcement(program.slug)}?done=moved`);
    case "past":
      return show(services, visit, { day: say("console.announcement.error.past") });
    case "announced":
      return show(services, visit, { day: say("console.announcement.error.announced") });
    case "tells_at_once":
    case "unknown":
      throw notFound();
  }
}

function typedMove(form: Form): TypedMove {
  return { day: first(form, "day"), time: first(form, "time"), reason: first(form, "reason") };
}

function moveErrors(typed: TypedMove, say: Say): MoveErrors {
  return {
    ...(isDay(typed.day) ? {} : { day: say("console.window.error.day") }),
    ...(isTime(typed.time) ? {} : { time: say("console.window.error.time") }),
    ...(cleanReason(typed.reason) === undefined ? { reason: say("console.window.error.reason") } : {}),
  };
}

async function show(services: ConsoleServices, visit: StaffVisit, errors: MoveErrors): Promise<Response> {
  const { say } = visit;
  const program = await ownProgram(services, visit);
  const { view, heldBack } = await withStaff(services.db, visit.institutions, async (trx) => ({
    view: await readAnnouncement(trx, services.keyring, program.id),
    heldBack: await countHeldBack(trx, { of: "submitted", programId: program.id }),
  }));
  return services.draw(
    visit,
    {
      title: say("console.announcement.title"),
      area: say("console.area"),
      errors: Object.keys(errors).length > 0,
      back: { href: paths.console.programs, text: say("console.to_programs") },
    },
    <AnnouncementPage
      visit={visit}
      program={program}
      view={view}
      heldBack={heldBack}
      typed={typedMove(visit.form)}
      errors={errors}
      done={visit.url.searchParams.get("done") === "moved"}
    />,
  );
}
