import { conformsToFixtures } from "../fixtures.ts";
import { Panel } from "./panel.tsx";

conformsToFixtures("panel", Panel);
