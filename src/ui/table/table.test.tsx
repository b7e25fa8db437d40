import { conformsToFixtures } from "../fixtures.ts";
import { Table } from "./table.tsx";

conformsToFixtures("table", Table);
