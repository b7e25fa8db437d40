import { conformsToFixtures } from "../fixtures.ts";
import { WarningText } from "./warning-text.tsx";

conformsToFixtures("warning-text", WarningText);
