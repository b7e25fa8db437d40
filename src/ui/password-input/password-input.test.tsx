import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { PasswordInput } from "./password-input.tsx";

conformsToFixtures("password-input", PasswordInput);
