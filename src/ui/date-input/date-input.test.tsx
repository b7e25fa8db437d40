import { conformsToFixtures } from "../fixtures.ts";
import { DateInput } from "./date-input.tsx";

conformsToFixtures("date-input", DateInput);
