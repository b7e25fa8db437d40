import type { IncomingMessage } from "node:http";

/**
 * The network address of the browser, for limits. `proxyHops` is how many proxies of ours stand in
 * front: each appends the address it saw to X-Forwarded-For, so only that many entries, counted
 * from the right, can be believed; everything before them the browser may have made up.
 */
export function addressOf(incoming: IncomingMessage | undefined, proxyHops: number): string {
  const socket = incoming?.socket.remoteAddress ?? "unknown";
  if (proxyHops === 0) return socket;
  const forwarded = [incoming?.headers["x-forwarded-for"] ?? []].flat().join(",");
  const hops = forwarded.split(",").map((hop) => hop.trim());
  return hops.at(-proxyHops) || socket;
}
