import type { Kysely } from "kysely";
import { paths } from "../paths.ts";
import type { DB } from "../platform/db/generated/schema.ts";
import { findCooling } from "../registry/recovery/cooling.ts";
import { momentWords } from "../texts/dates.ts";
import { Link } from "../ui/link/link.tsx";
import { WarningText } from "../ui/warning-text/warning-text.tsx";
import type { Draw } from "./draw.tsx";
import type { PersonVisit } from "./route.ts";

interface CoolingServices {
  readonly db: Kysely<DB>;
  readonly draw: Draw;
}

/**
 * Guards a page, and what it does, for the time after a recovery: until then it says until when and why, in place of
 * itself. Wrap both the page and its form.
 */
export function settled(
  services: CoolingServices,
  handle: (visit: PersonVisit) => Response | Promise<Response>,
): (visit: PersonVisit) => Promise<Response> {
  return async (visit) => {
    const until = await findCooling(services.db, visit.session.accountId);
    return until === undefined ? handle(visit) : drawCooling(services, visit, until);
  };
}

function drawCooling(services: CoolingServices, visit: PersonVisit, until: Date): Response {
  const { say, request } = visit;
  return services.draw(
    visit,
    {
      title: say("account.cooling.title"),
      back: { href: paths.account.home },
      ...(request.method === "GET" ? {} : { status: 403 }),
    },
    <>
      <h1 class="govuk-heading-l">{say("account.cooling.title")}</h1>
      <CoolingNote visit={visit} until={until} />
    </>,
  );
}

/** Until when a recovered account stays as it is, why, and what ends it sooner. */
export function CoolingNote({ visit, until }: { readonly visit: PersonVisit; readonly until: Date }) {
  const { say, language } = visit;
  // An account belongs to no institution, so its times are told in the zone of the capital.
  const moment = momentWords(until, "Asia/Jakarta", language);
  return (
    <>
      <WarningText text={say("account.cooling.until", { moment })} iconFallbackText={say("account.codes.warning")} />
      <p class="govuk-body">{say("account.cooling.why")}</p>
      <p class="govuk-body">{say("account.cooling.earlier")}</p>
      <p class="govuk-body">
        {say("account.cooling.not_you")} <Link href={paths.account.forgot}>{say("account.cooling.forgot")}</Link>
      </p>
    </>
  );
}
