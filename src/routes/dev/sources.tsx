import { listSourcePeople } from "../../registry/demonstration/source-people.ts";
import { Table } from "../../ui/table/table.tsx";
import type { Draw } from "../draw.tsx";
import type { Visit } from "../route.ts";

const SHOWN = 20;

/** Some of the people whom the sources of the demonstration know, to apply as one of them. */
export function showSourcePeople(draw: Draw, visit: Visit): Promise<Response> | Response {
  const { say } = visit;
  const title = say("dev.sources");
  const heads = ["name", "nik", "kk", "birth_place", "birth_date"] as const;
  return draw(
    visit,
    { title },
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say("dev.sources_lead")}</p>
      <Table
        stacked
        firstCellIsHeader
        head={heads.map((head) => ({ text: say(`dev.sources.${head}`) }))}
        rows={listSourcePeople()
          .slice(0, SHOWN)
          .map(({ name, nik, kk, birthPlace, birthDate }) =>
            [name, nik, kk, birthPlace, birthDate].map((text) => ({ text })),
          )}
      />
    </>,
  );
}
