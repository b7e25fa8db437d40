import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Button } from "./button.tsx";

conformsToFixtures("button", Button);
