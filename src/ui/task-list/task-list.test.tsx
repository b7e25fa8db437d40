import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { TaskList } from "./task-list.tsx";

conformsToFixtures("task-list", TaskList);
