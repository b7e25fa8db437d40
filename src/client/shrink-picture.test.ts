import { expect, test } from "vitest";
import { fitted, isShrinkable, jpegName } from "./shrink-picture.ts";

test("a picture is scaled to its longest side and never enlarged", () => {
  expect(fitted(4000, 3000, 2000)).toEqual({ width: 2000, height: 1500 });
  expect(fitted(3000, 4000, 2000)).toEqual({ width: 1500, height: 2000 });
  expect(fitted(800, 600, 2000)).toEqual({ width: 800, height: 600 });
  expect(fitted(10_000, 1, 1000)).toEqual({ width: 1000, height: 1 });
});

test("only pictures for slots that take a JPEG are made smaller", () => {
  expect(isShrinkable({ type: "image/png" }, ["image/jpeg", "application/pdf"])).toBe(true);
  expect(isShrinkable({ type: "application/pdf" }, ["image/jpeg", "application/pdf"])).toBe(false);
  expect(isShrinkable({ type: "image/jpeg" }, ["application/pdf"])).toBe(false);
});

test("what becomes a JPEG is called one", () => {
  expect(jpegName("ktp saya.PNG")).toBe("ktp saya.jpg");
  expect(jpegName("ktp")).toBe("ktp.jpg");
  expect(jpegName(".png")).toBe("foto.jpg");
});
