import { conformsToFixtures } from "../fixtures.ts";
import { Select } from "./select.tsx";

conformsToFixtures("select", Select);
