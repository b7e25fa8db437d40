import { conformsToFixtures } from "../fixtures.ts";
import { TaskList } from "./task-list.tsx";

conformsToFixtures("task-list", TaskList);
