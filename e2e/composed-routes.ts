import { join } from "node:path";
import type * as Compose from "../src/compose.ts";

export interface GetRoute {
  readonly path: string;
  readonly who: string;
}

/** Every address that the built product answers a GET on, as it composes itself; nothing is opened for it. */
export async function listGetRoutes(): Promise<readonly GetRoute[]> {
  const { compose } = (await import(join(import.meta.dirname, "../dist/server/compose.js"))) as typeof Compose;
  const known = {
    publicUrl: "http://localhost",
    config: { environment: "development", demo: false, dataDir: "" },
    httpSources: {},
  };
  const platform = new Proxy(known, { get: (_, key): unknown => Reflect.get(known, key) ?? anything });
  const { routes } = compose(platform as unknown as Parameters<typeof compose>[0]);
  return routes.flatMap(({ method, path, access }) => (method === "GET" ? [{ path, who: access.who }] : []));
}

/** Stands for whatever a route would need when somebody came; listing them asks nothing of it. */
const anything: object = new Proxy(() => undefined, {
  get: (_, key) => (key === "then" ? undefined : anything),
  apply: () => anything,
});
