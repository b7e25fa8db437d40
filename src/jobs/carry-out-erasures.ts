import { carryOutErasures } from "../registry/erasures/carry-out.ts";

/** Erases what people asked to be erased 72 hours ago; due every five minutes. */
export function carryOutErasuresJob(services: Parameters<typeof carryOutErasures>[0]): () => Promise<void> {
  return async () => {
    await carryOutErasures(services);
  };
}
