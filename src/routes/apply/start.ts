import { paths } from "../../paths.ts";
import { startApplication } from "../../registry/applications/start.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { ApplyServices } from "./services.ts";

/** "Mulai": begins the application, or goes on with the one that is there. */
export async function start(services: ApplyServices, visit: PersonVisit): Promise<Response> {
  const { id } = await startApplication(services, {
    accountId: visit.session.accountId,
    program: visit.params["program"] ?? "",
    language: visit.language,
  });
  return redirect(paths.apply.tasks(id));
}
