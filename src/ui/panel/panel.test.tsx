import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Panel } from "./panel.tsx";

conformsToFixtures("panel", Panel);
