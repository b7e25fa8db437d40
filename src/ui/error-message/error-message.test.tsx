import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { ErrorMessage } from "./error-message.tsx";

conformsToFixtures("error-message", ErrorMessage, "text");
