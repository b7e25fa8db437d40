import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../app.ts";
import { posts } from "./posts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("every POST route has its forms in the table, and the table has no other", () => {
  const routes = app.routes.filter(({ method }) => method === "POST").map(({ method, path }) => `${method} ${path}`);
  const missing = routes.filter((route) => !posts.some((post) => post.route === route));
  const gone = posts.filter(({ route }) => !routes.includes(route)).map(({ route }) => route);
  expect({ missing, gone }).toEqual({ missing: [], gone: [] });
});
