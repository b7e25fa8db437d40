import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { Pagination } from "./pagination.tsx";

conformsToFixtures("pagination", Pagination);
