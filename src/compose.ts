import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Logger } from "pino";
import type { Assets } from "./platform/http/assets.ts";
import type { Db } from "./platform/db/connect.ts";
import { systemClock } from "./platform/clock.ts";
import type { Keyring } from "./platform/keys/keyring.ts";
import type { Regions } from "./program/regions.ts";
import { catalogOf } from "./registry/programs/catalog.ts";
import { drawWith, refusalPageWith } from "./routes/draw.tsx";
import { healthRoutes } from "./routes/health/health.ts";
import { mount } from "./routes/mount.ts";
import { publicRoutes } from "./routes/public/routes.ts";
import type { Route } from "./routes/route.ts";

/** What the process has opened before anything is wired. */
export interface Platform {
  readonly db: { readonly web: Db; readonly worker: Db; readonly staff: Db };
  readonly keyring: Keyring;
  readonly regions: Regions;
  readonly assets: Assets;
  readonly log: Logger;
  /** Address under which people reach the service, for links in letters; no slash at its end. */
  readonly publicUrl: string;
}

export interface Composed {
  readonly app: Hono<{ Bindings: Partial<HttpBindings> }>;
  readonly routes: readonly Route[];
}

/** Wires everything: the only place that knows everybody. */
export function compose(platform: Platform): Composed {
  const { db, keyring, assets, log } = platform;
  const draw = drawWith(assets);
  const catalog = catalogOf(db.web.kysely, platform.regions);
  const routes: Route[] = [
    ...healthRoutes({ db: db.web.kysely }),
    ...publicRoutes({ db: db.web.kysely, catalog, clock: systemClock, draw }),
  ];
  const app = mount(routes, {
    db: db.web.kysely,
    signing: keyring.signing,
    log,
    refusalPage: refusalPageWith(draw),
  });
  return { app, routes };
}
