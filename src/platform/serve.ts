import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export type ServeOptions = {
  readonly fetch: (request: Request, bindings: Partial<HttpBindings>) => Response | Promise<Response>;
  readonly host: string;
  readonly port: number;
};

/** How long requests that run may still take when we end. */
const patience = 10_000;

/** Listens and answers. `stop` takes no new connections, waits for the requests that run, and then closes the rest. */
export async function serve(options: ServeOptions): Promise<{ stop(): Promise<void> }> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => options.fetch(request, bindings as Partial<HttpBindings>),
    // A slow line needs minutes for an upload; headers that trickle in are an attack.
    serverOptions: { headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 10_000 },
  });
  if (!(server instanceof Server)) throw new Error("Only plain HTTP is served here; TLS ends at the proxy.");
  await new Promise<void>((done, fail) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const where = `${options.host}:${options.port}`;
      const taken = `${where} is taken by another program. Stop that one, or set PORT to a free one.`;
      fail(new Error(cause.code === "EADDRINUSE" ? taken : `Cannot listen on ${where}: ${cause.message}`, { cause }));
    });
    server.listen(options.port, options.host, done);
  });
  return { stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    server.closeIdleConnections();
    if (await Promise.race([closed.then(() => true), sleep(50, false)])) return;
  }
  server.closeAllConnections();
  await closed;
}
