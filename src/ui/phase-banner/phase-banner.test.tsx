import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { PhaseBanner } from "./phase-banner.tsx";

conformsToFixtures("phase-banner", PhaseBanner);
