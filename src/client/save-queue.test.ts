import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SaveQueue, sendUnsaved, type How, type Shown, type Told, type Unsaved } from "./save-queue.ts";
import { toTold } from "./save-request.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page on a line that can be cut, before a service that keeps one text and answers as ours does. */
class World {
  text = "";
  server = { text: "", version: 0 };
  line: "good" | "cut" | "answers lost" = "good";
  refuses: string | undefined;
  asked: (How & { text: string })[] = [];
  shown: Shown[] = [];
  kept: Unsaved | undefined;
  onTheWay = 0;
  most = 0;
  milliseconds = 0;
  readonly queue = new SaveQueue(
    {
      read: () => this.text,
      send: (text, how) => this.send(text, how),
      show: (shown) => void this.shown.push(shown),
      keep: (unsaved) => (this.kept = unsaved),
    },
    { saved: "", version: 0 },
  );

  type(text: string): void {
    this.text = text;
    this.queue.changed();
  }

  async send(text: string, how: How): Promise<Told> {
    this.asked.push({ text, ...how });
    this.most = Math.max(this.most, ++this.onTheWay);
    if (this.milliseconds > 0) await new Promise((done) => setTimeout(done, this.milliseconds));
    this.onTheWay -= 1;
    if (this.line === "cut") return { kind: "cut" };
    const told = this.#answer(text, how);
    return this.line === "answers lost" ? { kind: "cut" } : told;
  }

  #answer(text: string, { byItself, version }: How): Told {
    if (this.refuses !== undefined) return { kind: "refused", code: this.refuses };
    const isSame = text === this.server.text;
    if (version !== this.server.version && !isSame) return { kind: "refused", code: "stale" };
    if (!isSame || !byItself) this.server = { text, version: this.server.version + 1 };
    return { kind: "saved", version: this.server.version, time: "19.42 WIB", to: byItself ? undefined : "/next" };
  }
}

test("saves once the typing stops, and once in a while when it never does", async () => {
  const world = new World();
  for (const text of ["S", "Si", "Sit", "Siti"]) {
    world.type(text);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(world.asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.asked.map(({ text }) => text)).toEqual(["Siti"]);
  expect(world.shown.at(-1)).toMatchObject({ kind: "saved", time: "19.42 WIB" });
  for (let at = 0; at < 30; at++) {
    world.type(`Siti ${at}`);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(world.asked).toHaveLength(2);
});

test("asks nothing where nothing changed, or where it was changed back", async () => {
  const world = new World();
  world.type("S");
  expect(world.kept).toMatchObject({ text: "S", version: 0 });
  world.type("");
  await vi.advanceTimersByTimeAsync(60_000);
  await world.queue.flush(true);
  expect(world.asked).toHaveLength(0);
  expect(world.kept).toBeUndefined();
});

test("has one save on its way at a time, and then saves what was typed meanwhile", async () => {
  const world = new World();
  world.milliseconds = 5_000;
  world.type("S");
  await vi.advanceTimersByTimeAsync(4_000);
  world.type("Siti");
  void world.queue.flush();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(world.most).toBe(1);
  expect(world.server).toEqual({ text: "Siti", version: 2 });
  expect(world.kept).toBeUndefined();
});

test("tries again with growing waits while the line is cut, and at once when it is back", async () => {
  const world = new World();
  world.line = "cut";
  world.type("Siti");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.shown.at(-1)).toEqual({ kind: "cut" });
  await vi.advanceTimersByTimeAsync(2_000 + 4_000 + 8_000);
  expect(world.asked).toHaveLength(4);
  world.type("Siti Contoh");
  expect(world.kept).toMatchObject({ text: "Siti Contoh", unanswered: "Siti" });
  world.line = "good";
  await world.queue.flush();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.server.text).toBe("Siti Contoh");
  expect(world.queue.isSaved()).toBe(true);
});

test("never comes into conflict with a save of its own whose answer was lost", async () => {
  const world = new World();
  world.line = "answers lost";
  world.type("Siti");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.server.version).toBe(1);
  world.line = "good";
  world.type("Siti Contoh");
  expect(await world.queue.press()).toEqual({ kind: "go", to: "/next" });
  expect(world.server).toEqual({ text: "Siti Contoh", version: 2 });
});

test("gives back after a reload what was typed behind a save whose answer was lost", async () => {
  const world = new World();
  world.line = "answers lost";
  world.type("Siti");
  await vi.advanceTimersByTimeAsync(3_000);
  world.type("Siti Contoh");
  const kept = world.kept;
  expect(kept).toEqual({ text: "Siti Contoh", version: 0, unanswered: "Siti" });
  if (kept === undefined) return;
  expect(await sendUnsaved({ send: (text, how) => world.send(text, how) }, kept)).toEqual({ kind: "cut" });
  world.line = "good";
  const told = await sendUnsaved({ send: (text, how) => world.send(text, how) }, kept);
  expect(told).toMatchObject({ kind: "saved" });
  expect(world.server.text).toBe("Siti Contoh");
  world.server = { text: "Budi", version: 9 };
  const late = await sendUnsaved({ send: (text, how) => world.send(text, how) }, kept);
  expect(late).toEqual({ kind: "refused", code: "stale" });
  expect(world.server.text).toBe("Budi");
});

test("stays on the page when the button is pressed and the line is cut, and goes on at the next press", async () => {
  const world = new World();
  world.line = "cut";
  world.type("Siti");
  expect(await world.queue.press()).toEqual({ kind: "stay" });
  expect(world.shown.at(-1)).toEqual({ kind: "cut" });
  expect(world.kept?.text).toBe("Siti");
  world.line = "good";
  await vi.advanceTimersByTimeAsync(2_000);
  expect(world.server.text).toBe("Siti");
  expect(await world.queue.press()).toEqual({ kind: "go", to: "/next" });
});

test("waits for the save on its way when the button is pressed", async () => {
  const world = new World();
  world.milliseconds = 2_000;
  world.type("S");
  await vi.advanceTimersByTimeAsync(4_000);
  world.text = "Siti";
  const pressed = world.queue.press();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await pressed).toEqual({ kind: "go", to: "/next" });
  expect(world.most).toBe(1);
});

test("sends nothing more by itself after another tab saved the page; the button shows both", async () => {
  const world = new World();
  world.server = { text: "Budi", version: 1 };
  world.type("Siti");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.shown.at(-1)).toEqual({ kind: "refused", code: "stale" });
  world.type("Siti C");
  await vi.advanceTimersByTimeAsync(120_000);
  await world.queue.flush(true);
  expect(world.asked).toHaveLength(1);
  expect(world.server.text).toBe("Budi");
  expect(world.kept?.text).toBe("Siti C");
  expect(await world.queue.press()).toEqual({ kind: "form" });
});

test("goes on after somebody signed in again, and keeps the text until then", async () => {
  const world = new World();
  world.refuses = "no_session";
  world.type("Siti");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.shown.at(-1)).toEqual({ kind: "refused", code: "no_session" });
  expect(await world.queue.press()).toEqual({ kind: "stay" });
  expect(world.kept?.text).toBe("Siti");
  world.refuses = undefined;
  await world.queue.flush();
  expect(world.server.text).toBe("Siti");
});

test("asks once more when somebody comes back from signing in while the press is still on its way", async () => {
  const world = new World();
  world.text = "Siti";
  world.milliseconds = 5_000;
  world.refuses = "no_session";
  const pressed = world.queue.press();
  await vi.advanceTimersByTimeAsync(4_000);
  const back = world.queue.flush();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await pressed).toEqual({ kind: "stay" });
  world.refuses = undefined;
  await vi.advanceTimersByTimeAsync(5_000);
  await back;
  expect(world.server.text).toBe("Siti");
  expect(world.most).toBe(1);
});

test("leaves the form to the browser where it is held over the login", async () => {
  const world = new World();
  world.refuses = "signed_out";
  world.type("Siti");
  expect(await world.queue.press()).toEqual({ kind: "form" });
});

test("asks about half a change of a complete application once, and again when it changed", async () => {
  const world = new World();
  world.refuses = "withheld";
  world.type("S");
  await vi.advanceTimersByTimeAsync(3_000);
  await world.queue.flush();
  expect(world.asked).toHaveLength(1);
  world.refuses = undefined;
  world.type("Siti");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.server.text).toBe("Siti");
});

test("takes a busy or broken service for a line that is cut", () => {
  expect(toTold(503, { code: "broken" })).toEqual({ kind: "cut" });
  expect(toTold(429, { code: "too_many" })).toEqual({ kind: "cut" });
  expect(toTold(409, { code: "busy" })).toEqual({ kind: "cut" });
  expect(toTold(409, { code: "stale" })).toEqual({ kind: "refused", code: "stale" });
  expect(toTold(200, { version: 3, time: "08.00 WIB" })).toMatchObject({ kind: "saved", version: 3 });
});
