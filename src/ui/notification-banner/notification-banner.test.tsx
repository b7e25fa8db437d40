import { conformsToFixtures } from "../fixtures.ts";
import { NotificationBanner } from "./notification-banner.tsx";

conformsToFixtures("notification-banner", NotificationBanner);
