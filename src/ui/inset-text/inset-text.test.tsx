import { conformsToFixtures } from "../fixtures.ts";
import { InsetText } from "./inset-text.tsx";

conformsToFixtures("inset-text", InsetText);
