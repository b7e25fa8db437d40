import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { newToken } from "../http/tokens.ts";

const DevOrder = z.object({
  id: z.string(),
  token: z.string(),
  amount: z.int().positive(),
  until: z.iso.datetime(),
  returnTo: z.string(),
  notifyTo: z.string(),
  state: z.enum(["new", "settlement", "cancel"]),
  at: z.iso.datetime().optional(),
});

/** An order at the gateway of development. */
export type DevOrder = z.output<typeof DevOrder>;

/** Orders of development, one file each. */
export interface DevOrders {
  /** Keeps a new order; undefined when its name was used. */
  begin(order: Omit<DevOrder, "token" | "state">): Promise<DevOrder | undefined>;
  find(id: string): Promise<DevOrder | undefined>;
  /** Writes what became of an order that nobody had paid or left yet; false when somebody had. */
  settle(order: DevOrder, state: "settlement" | "cancel"): Promise<boolean>;
}

const naming = /^[A-Za-z0-9-]{1,50}$/;

/** Orders in the folder, which it makes. */
export function keepOrders(folder: string): DevOrders {
  const fileOf = (id: string) => join(folder, `${id}.json`);
  const find = async (id: string): Promise<DevOrder | undefined> => {
    if (!naming.test(id)) return undefined;
    const text = await readFile(fileOf(id), "utf8").catch(() => undefined);
    return text === undefined ? undefined : DevOrder.parse(JSON.parse(text));
  };
  return {
    find,
    async begin(order) {
      if (!naming.test(order.id)) return undefined;
      const made: DevOrder = { ...order, token: newToken(), state: "new" };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const kept = writeFile(fileOf(order.id), JSON.stringify(made), { mode: 0o600, flag: "wx" });
      return kept.then(
        () => made,
        () => undefined,
      );
    },
    async settle(order, state) {
      const now = await find(order.id);
      if (now?.state !== "new") return false;
      const settled: DevOrder = { ...now, state, at: new Date().toISOString() };
      // Whoever reads at this moment finds the one or the other, never half of a file.
      await writeFile(`${fileOf(order.id)}.new`, JSON.stringify(settled), { mode: 0o600 });
      await rename(`${fileOf(order.id)}.new`, fileOf(order.id));
      return true;
    },
  };
}
