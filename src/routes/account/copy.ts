import { paths } from "../../paths.ts";
import { askForCopy } from "../../registry/data-copies/ask.ts";
import { fetchCopy } from "../../registry/data-copies/fetch.ts";
import { documentHeaders } from "../../registry/documents/headers.ts";
import { redirect } from "../respond.ts";
import type { PersonVisit } from "../route.ts";
import type { AccountRouteServices } from "./services.ts";

/** Asks for a copy of all that is kept of the person. */
export async function postCopy(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const asked = await askForCopy(services, visit.session, visit.language);
  return redirect(`${paths.account.data}?done=${"problem" in asked ? asked.problem : "asked"}`);
}

/** The copy itself, to its owner alone, who has just proved who they are. */
export async function getCopy(services: AccountRouteServices, visit: PersonVisit): Promise<Response> {
  const { number, size, bytes } = await fetchCopy(services, visit.session);
  return new Response(ReadableStream.from(bytes), {
    headers: {
      ...documentHeaders({ mediaType: "application/zip", name: `daftar-${number}.zip` }, "attachment"),
      "content-length": String(size),
    },
  });
}
