import { conformsToFixtures } from "../fixtures.ts";
import { Hint } from "./hint.tsx";

conformsToFixtures("hint", Hint, "text");
