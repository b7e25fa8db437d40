import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { SummaryList } from "./summary-list.tsx";

conformsToFixtures("summary-list", SummaryList);
