import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { DateInput } from "./date-input.tsx";

conformsToFixtures("date-input", DateInput);
