import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Input } from "./input.tsx";

conformsToFixtures("input", Input);
