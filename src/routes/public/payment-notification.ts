import type { Kysely } from "kysely";
import type { DB } from "../../platform/db/generated/schema.ts";
import { readShort } from "../../platform/http/read-short.ts";
import type { GatewayOf } from "../../platform/payments/gateway.ts";
import { hearGateway } from "../../registry/fees/hear-gateway.ts";
import { json } from "../respond.ts";
import type { Visit } from "../route.ts";

/** A notification has some thirty short fields. */
const MOST_BYTES = 16 * 1024;

/**
 * Takes the notification of a payment gateway. Whoever posts whatever here is answered alike: only the gateway, of which
 * we ask what is true, ever changes a payment.
 */
export async function takeNotification(
  services: { readonly db: Kysely<DB>; readonly gatewayOf: GatewayOf },
  visit: Visit,
): Promise<Response> {
  const body = await readShort(visit.request.body, MOST_BYTES);
  if (body !== undefined) await hearGateway(services, { institution: visit.params["institution"] ?? "", body });
  const answer = json({ status: "received" });
  // The rest of a body that was not read would be taken for the next request on this connection.
  if (body === undefined) answer.headers.set("connection", "close");
  return answer;
}
