import { conformsToFixtures } from "../fixtures.ts";
import { Pagination } from "./pagination.tsx";

conformsToFixtures("pagination", Pagination);
