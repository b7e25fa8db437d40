import { expect, test } from "vitest";
import { fileHint } from "./file-hint.ts";

const limits = { maxBytes: 1_000, types: ["image/jpeg", "application/pdf"] };

test("a file of the right size and type passes", () => {
  expect(fileHint({ name: "ktp.jpg", size: 1_000, type: "image/jpeg" }, limits)).toBeUndefined();
});

test("a file over the limit is too large, whatever its type", () => {
  expect(fileHint({ name: "ktp.gif", size: 1_001, type: "image/gif" }, limits)).toBe("too-large");
});

test("a type that is not taken is named", () => {
  expect(fileHint({ name: "ktp.gif", size: 10, type: "image/gif" }, limits)).toBe("wrong-type");
});

test("a type the browser does not know is left to the server", () => {
  expect(fileHint({ name: "ktp", size: 10, type: "" }, limits)).toBeUndefined();
});
