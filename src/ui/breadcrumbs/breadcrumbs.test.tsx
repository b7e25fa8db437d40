import { conformsToFixtures } from "../fixtures.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";

conformsToFixtures("breadcrumbs", Breadcrumbs);
