import { conformsToFixtures } from "../fixtures.ts";
import { Tag } from "./tag.tsx";

conformsToFixtures("tag", Tag);
