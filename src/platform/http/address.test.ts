import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressOf } from "./address.ts";

function request(forwarded: string | undefined): IncomingMessage {
  return {
    socket: { remoteAddress: "10.0.0.1" },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  } as unknown as IncomingMessage;
}

test("believes nobody's word for an address unless proxies of ours stand in front", () => {
  expect(addressOf(request("203.0.113.9"), 0)).toBe("10.0.0.1");
});

test("takes the entry that our outermost proxy wrote, whatever the browser put before it", () => {
  expect(addressOf(request("203.0.113.9"), 1)).toBe("203.0.113.9");
  expect(addressOf(request("1.2.3.4, 203.0.113.9"), 1)).toBe("203.0.113.9");
  expect(addressOf(request("1.2.3.4, 203.0.113.9, 10.0.0.7"), 2)).toBe("203.0.113.9");
});

test("falls back on the socket when the header is missing or too short", () => {
  expect(addressOf(request(undefined), 1)).toBe("10.0.0.1");
  expect(addressOf(request("203.0.113.9"), 2)).toBe("10.0.0.1");
});
