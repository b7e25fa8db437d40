import { conformsToFixtures } from "../fixtures.ts";
import { Radios } from "./radios.tsx";

conformsToFixtures("radios", Radios);
