import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../app.ts";
import { consoleWorld, type ConsoleWorld } from "../console.ts";

let app: TestApp;
let world: ConsoleWorld;
beforeAll(async () => {
  [app, world] = await Promise.all([testApp(), consoleWorld()]);
});
afterAll(() => Promise.all([app.close(), world.close()]));

// What every role may and may not do there is walked through in src/routes/console/permissions.test.ts.
test("every route for staff that the product mounts is one of the console's, and every route of the console is for staff", () => {
  const ofStaff = app.routes
    .filter(({ access }) => access.who === "staff")
    .map(({ method, path }) => `${method} ${path}`);
  const ofConsole = world.routes.map(({ method, path }) => `${method} ${path}`);
  expect(ofStaff.toSorted()).toEqual(ofConsole.toSorted());
  const elsewhere = app.routes.filter(({ path, access }) => path.startsWith("/console") && access.who !== "staff");
  expect(elsewhere.map(({ path }) => path)).toEqual([]);
});
