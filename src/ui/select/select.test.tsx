import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Select } from "./select.tsx";

conformsToFixtures("select", Select);
