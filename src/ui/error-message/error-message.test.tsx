import { conformsToFixtures } from "../fixtures.ts";
import { ErrorMessage } from "./error-message.tsx";

conformsToFixtures("error-message", ErrorMessage, "text");
