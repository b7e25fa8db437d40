import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Label } from "./label.tsx";

conformsToFixtures("label", Label, "text");
