import { conformsToFixtures } from "../fixtures.ts";
import { PhaseBanner } from "./phase-banner.tsx";

conformsToFixtures("phase-banner", PhaseBanner);
