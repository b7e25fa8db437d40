import { paths } from "../../paths.ts";
import { anyone, type Route } from "../route.ts";
import { postSubscribe, type SubscribeServices } from "./subscribe.tsx";
import {
  postConfirm,
  postLeave,
  postOneClick,
  showConfirm,
  showLeave,
  showOneClick,
  showSent,
} from "./subscription.tsx";

/** Registration without an account: the form of the program page, and what the links of letters lead to. */
export function subscriptionRoutes(services: SubscribeServices): Route[] {
  const { confirming, leaving, oneClicking, sent } = paths.subscriptions;
  return [
    anyone("POST", paths.subscribe(":program"), (visit) => postSubscribe(services, visit)),
    anyone("GET", sent, (visit) => showSent(services, visit)),
    anyone("GET", confirming, (visit) => showConfirm(services, visit)),
    anyone("POST", confirming, (visit) => postConfirm(services, visit)),
    anyone("GET", leaving, (visit) => showLeave(services, visit)),
    anyone("POST", leaving, (visit) => postLeave(services, visit)),
    anyone("GET", oneClicking, (visit) => showOneClick(visit)),
    anyone("POST", oneClicking, (visit) => postOneClick(services, visit), "bearer"),
  ];
}
