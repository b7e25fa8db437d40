import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Checkboxes } from "./checkboxes.tsx";

conformsToFixtures("checkboxes", Checkboxes);
