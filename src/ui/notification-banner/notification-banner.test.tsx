import { conformsToFixtures } from "../../../test/govuk-fixtures.ts";
import { NotificationBanner } from "./notification-banner.tsx";

conformsToFixtures("notification-banner", NotificationBanner);
