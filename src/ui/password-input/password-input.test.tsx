import { conformsToFixtures } from "../fixtures.ts";
import { PasswordInput } from "./password-input.tsx";

conformsToFixtures("password-input", PasswordInput);
