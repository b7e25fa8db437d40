import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Details } from "./details.tsx";

conformsToFixtures("details", Details);
