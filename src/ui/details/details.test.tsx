import { conformsToFixtures } from "../fixtures.ts";
import { Details } from "./details.tsx";

conformsToFixtures("details", Details);
