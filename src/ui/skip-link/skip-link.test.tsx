import { conformsToFixtures } from "../fixtures.ts";
import { SkipLink } from "./skip-link.tsx";

conformsToFixtures("skip-link", SkipLink, "text");
