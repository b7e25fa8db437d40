import type { CDPSession, Page } from "@playwright/test";

/** A telephone's line far from the mast: 400 kbit/s each way, and 400 ms until anything answers. */
const poor = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** The line of one page, made poor, and cut or mended by the story. */
export interface Line {
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Makes the line of a page poor for the whole of its story. */
export async function poorLine(page: Page): Promise<Line> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Network.enable");
  await set(protocol, false);
  return { cut: () => set(protocol, true), mend: () => set(protocol, false) };
}

async function set(protocol: CDPSession, offline: boolean): Promise<void> {
  await protocol.send("Network.emulateNetworkConditions", { offline, ...poor });
}
