import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlOf } from "../../jsx/markup.ts";
import { Link } from "./link.tsx";
import { safeHref } from "./safe-href.ts";

describe("safeHref", () => {
  test.each([
    "/programs/npwp-pribadi",
    "programs?page=2",
    "#nik",
    "?bahasa=en",
    "",
    "./a:b",
    "https://contoh.id/a:b",
    "HTTP://contoh.id",
    "mailto:siti@contoh.id",
    "tel:+62215550000",
  ])("lets %s through", (href) => {
    expect(safeHref(href)).toBe(href);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript\r:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://contoh.id/1",
  ])("turns %j into a link to nowhere", (href) => {
    expect(safeHref(href)).toBe("#");
  });

  test("never leaves an address that a browser reads as another scheme", () => {
    const piece = fc.constantFrom("javascript:", "java", "script:", "\t", "\n", "\u0000", " ", "/", "a", "data:", ":");
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (href) => {
          // An address no browser can read goes nowhere, which is as safe.
          const protocol = URL.parse(safeHref(href), "https://contoh.id/")?.protocol ?? "https:";
          expect(["http:", "https:", "mailto:", "tel:"]).toContain(protocol);
        },
      ),
    );
  });
});

test("a link escapes its text and checks its address", () => {
  const html = htmlOf(<Link href="javascript:x">{"<b>"}</Link>);
  expect(html).toBe('<a class="govuk-link" href="#">&lt;b&gt;</a>');
});
