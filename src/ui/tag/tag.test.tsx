import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Tag } from "./tag.tsx";

conformsToFixtures("tag", Tag);
