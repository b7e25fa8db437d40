import fc from "fast-check";
import { expect, test } from "vitest";
import { documentHeaders } from "./headers.ts";

test("document headers keep a browser from sniffing, running or keeping the bytes", () => {
  expect(documentHeaders({ mediaType: "image/jpeg", name: 'KTP "Siti"; é.jpg' }, "inline")).toMatchObject({
    "Content-Type": "image/jpeg",
    "Content-Disposition": "inline; filename=\"KTP _Siti__ _.jpg\"; filename*=UTF-8''KTP%20%22Siti%22%3B%20%C3%A9.jpg",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
});

test("no name breaks out of its header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const headers = new Headers(documentHeaders({ mediaType: "image/jpeg", name }, "attachment"));
      expect(headers.get("content-disposition")).toMatch(
        /^attachment; filename="[\w .-]*"; filename\*=UTF-8''[\w%.~-]*$/,
      );
    }),
  );
});
