import { conformsToFixtures } from "../fixtures.ts";
import { Fieldset } from "./fieldset.tsx";

conformsToFixtures("fieldset", Fieldset);
