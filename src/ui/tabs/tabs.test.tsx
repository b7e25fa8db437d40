import { conformsToFixtures } from "../fixtures.ts";
import { Tabs } from "./tabs.tsx";

conformsToFixtures("tabs", Tabs);
