import { conformsToFixtures } from "../fixtures.ts";
import { ErrorSummary } from "./error-summary.tsx";

conformsToFixtures("error-summary", ErrorSummary);
