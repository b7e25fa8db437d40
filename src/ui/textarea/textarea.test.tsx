import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Textarea } from "./textarea.tsx";

conformsToFixtures("textarea", Textarea);
