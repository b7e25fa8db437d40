import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { CharacterCount } from "./character-count.tsx";

conformsToFixtures("character-count", CharacterCount);
