import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { WarningText } from "./warning-text.tsx";

conformsToFixtures("warning-text", WarningText);
