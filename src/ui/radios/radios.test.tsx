import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Radios } from "./radios.tsx";

conformsToFixtures("radios", Radios);
