import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Fieldset } from "./fieldset.tsx";

conformsToFixtures("fieldset", Fieldset);
