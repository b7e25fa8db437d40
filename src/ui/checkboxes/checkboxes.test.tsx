import { conformsToFixtures } from "../fixtures.ts";
import { Checkboxes } from "./checkboxes.tsx";

conformsToFixtures("checkboxes", Checkboxes);
