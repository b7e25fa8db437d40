import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { SkipLink } from "./skip-link.tsx";

conformsToFixtures("skip-link", SkipLink, "text");
