import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { BackLink } from "./back-link.tsx";

conformsToFixtures("back-link", BackLink, "text");
