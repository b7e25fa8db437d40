import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Tabs } from "./tabs.tsx";

conformsToFixtures("tabs", Tabs);
