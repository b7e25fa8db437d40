import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Hint } from "./hint.tsx";

conformsToFixtures("hint", Hint, "text");
