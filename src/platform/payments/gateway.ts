/** An order that somebody is to pay at a gateway. Amounts are whole rupiah. */
export interface GatewayOrder {
  /** Names the order to the payer; letters, digits and hyphens, at most 40. */
  readonly reference: string;
  readonly amount: number;
  /** How long it can be paid, in minutes. */
  readonly minutes: number;
  /** Where the payer goes afterwards. */
  readonly returnTo: string;
  /** Where the gateway tells us of what happened. */
  readonly notifyTo: string;
}

/** What a gateway says of an order. `at` is when the money was taken. */
export type GatewayAnswer =
  | { readonly state: "waiting" | "expired" | "failed" }
  | { readonly state: "paid"; readonly amount: number; readonly at: Date };

/**
 * Whoever takes payments for an institution. Another one is another implementation of this. It has the payer's cards and
 * accounts on its own pages; none of them ever comes near us.
 */
export interface PaymentGateway {
  /**
   * Begins an order, under a name at the gateway that no order had before: what is begun twice is two orders there, of
   * which only that whose address somebody is told can be paid. Throws `GatewaySilent`.
   */
  begin(order: GatewayOrder): Promise<{ readonly gatewayReference: string; readonly url: string }>;
  /** What became of an order. Throws `GatewaySilent`. */
  ask(gatewayReference: string): Promise<GatewayAnswer>;
  /**
   * Which order a notification is about, undefined when the gateway did not sign it. What else it says is not read: it is
   * only a reason to ask.
   */
  readNotification(body: string): string | undefined;
}

/** The gateway of an institution by its slug, where it has one. */
export type GatewayOf = (institution: string) => PaymentGateway | undefined;

/** A gateway that does not answer now, or not as agreed. */
export class GatewaySilent extends Error {
  /** It did answer, but in a way that is not understood: another order may fare better. */
  readonly answered: boolean;

  constructor({ answered = false, ...options }: { readonly cause?: unknown; readonly answered?: boolean } = {}) {
    super("the payment gateway does not answer", options);
    this.name = "GatewaySilent";
    this.answered = answered;
  }
}
