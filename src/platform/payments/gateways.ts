import type { GatewayOf, PaymentGateway } from "./gateway.ts";
import { midtransGateway } from "./midtrans.ts";
import type { GatewaySettings } from "./read-gateways.ts";

/** The gateway of development, which takes the money of every institution. */
export interface EveryonesGateway {
  readonly url: string;
  readonly serverKey: string;
}

/** The gateways of the settings or, where there are none, that of development. Each keeps count of its own failures. */
export function gatewaysOf(
  settings: GatewaySettings,
  everyones: EveryonesGateway | undefined,
  report: (institution: string, problem: string) => void,
): GatewayOf {
  const known = new Map<string, PaymentGateway>(
    Object.entries(settings).map(([institution, one]) => [
      institution,
      midtransGateway(one, (problem) => report(institution, problem)),
    ]),
  );
  if (!everyones) return (institution) => known.get(institution);
  const { url, serverKey } = everyones;
  const care = { timeoutMs: 3000, tries: 3, breakAfter: 5, breakMs: 10_000, pauseMs: 500 };
  const one = midtransGateway({ snapUrl: url, apiUrl: url, serverKey, ...care }, (problem) => report("*", problem));
  return () => one;
}
