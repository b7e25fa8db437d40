import { conformsToFixtures } from "../fixtures.ts";
import { CharacterCount } from "./character-count.tsx";

conformsToFixtures("character-count", CharacterCount);
