import { conformsToFixtures } from "../fixtures.ts";
import { Input } from "./input.tsx";

conformsToFixtures("input", Input);
