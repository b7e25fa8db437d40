import { askGateways } from "../registry/fees/ask-gateways.ts";

/** Asks payment gateways what became of orders; due every minute, and when a gateway tells of one. */
export function askGatewaysJobOf(services: Parameters<typeof askGateways>[0]): () => Promise<void> {
  return () => askGateways(services);
}
