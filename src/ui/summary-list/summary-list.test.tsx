import { conformsToFixtures } from "../fixtures.ts";
import { SummaryList } from "./summary-list.tsx";

conformsToFixtures("summary-list", SummaryList);
