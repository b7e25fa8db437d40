import { conformsToFixtures } from "../fixtures.ts";
import { Label } from "./label.tsx";

conformsToFixtures("label", Label, "text");
