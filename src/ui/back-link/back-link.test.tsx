import { conformsToFixtures } from "../fixtures.ts";
import { BackLink } from "./back-link.tsx";

conformsToFixtures("back-link", BackLink, "text");
