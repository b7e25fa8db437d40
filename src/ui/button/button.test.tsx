import { conformsToFixtures } from "../fixtures.ts";
import { Button } from "./button.tsx";

conformsToFixtures("button", Button);
