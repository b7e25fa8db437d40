import { paths } from "../../paths.ts";
import { Refusal } from "../../platform/refusals.ts";
import { startApplication } from "../../registry/applications/start.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { ApplyServices } from "./services.ts";

/** "Mulai": begins the application, or goes on with the one that is there. */
export async function start(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const program = visit.params["program"] ?? "";
  const { accountId } = visit.session;
  try {
    const { id } = await startApplication(services, { accountId, program, language: visit.language });
    return redirect(paths.apply.tasks(id));
  } catch (error) {
    // The program's page says what must come first, and leads there.
    if (error instanceof Refusal && error.code === "requirement") return redirect(paths.program(program));
    if (error instanceof Refusal && error.code === "has_number") return redirect(paths.ownNumber(program));
    if (error instanceof Refusal && error.code === "personal_email") return redirect(paths.why(program));
    if (error instanceof Refusal && error.code === "identity") return redirect(paths.identity(program));
    throw error;
  }
}
