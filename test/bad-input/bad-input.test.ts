import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../app.ts";
import { fieldsOf } from "./place.ts";
import { posts } from "./posts.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("every POST route has its forms in the table, and the table has no other", () => {
  // A bearer post comes from machines and has no form: whatever its body is, it is never read. What may be wrong with a
  // signed one is tried beside its route, in `payment-notification.test.ts`.
  // Bytes come from a script, and what may be wrong with them is crossed beside its routes, in `pieces.test.ts`.
  const forms = app.routes.filter(
    ({ method, body }) => method === "POST" && !["bearer", "signed", "bytes"].includes(body),
  );
  const routes = forms.map(({ method, path }) => `${method} ${path}`);
  const missing = routes.filter((route) => !posts.some((post) => post.route === route));
  const gone = posts.filter(({ route }) => !routes.includes(route)).map(({ route }) => route);
  expect({ missing, gone }).toEqual({ missing: [], gone: [] });
});

test("no page of a refusal gives a code back: forms that take one are secret", () => {
  const takesCode = posts.filter((post) =>
    fieldsOf(post).some(({ name }) => /^(code|kode|sent_code|old_code|password|present)$/.test(name)),
  );
  const bodies = takesCode.map(({ route }) => [
    route,
    app.routes.find(({ method, path }) => `${method} ${path}` === route)?.body,
  ]);
  expect(bodies.length).toBeGreaterThan(10);
  expect(bodies.filter(([, body]) => body !== "secret")).toEqual([]);
});
