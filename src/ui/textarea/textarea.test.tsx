import { conformsToFixtures } from "../fixtures.ts";
import { Textarea } from "./textarea.tsx";

conformsToFixtures("textarea", Textarea);
