import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";

conformsToFixtures("breadcrumbs", Breadcrumbs);
