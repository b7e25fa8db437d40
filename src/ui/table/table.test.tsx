import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Table } from "./table.tsx";

conformsToFixtures("table", Table);
