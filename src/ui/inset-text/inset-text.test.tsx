import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { InsetText } from "./inset-text.tsx";

conformsToFixtures("inset-text", InsetText);
