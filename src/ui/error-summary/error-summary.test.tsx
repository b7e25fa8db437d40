import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { ErrorSummary } from "./error-summary.tsx";

conformsToFixtures("error-summary", ErrorSummary);
