import { expect, test } from "vitest";
import { paths } from "../../paths.ts";
import { sayIn } from "../../texts/texts.ts";
import { gallery } from "../../ui/gallery.tsx";
import { drawWith } from "../draw.tsx";
import type { StaffVisit } from "../route.ts";
import { showGallery } from "./gallery.tsx";

const draw = drawWith({ href: (logical) => `/assets/${logical}` });

function open(query: string): Response {
  const url = new URL(`http://localhost${paths.dev.gallery}${query}`);
  const visit = { request: new Request(url), url, params: {}, language: "id", say: sayIn("id") };
  return showGallery(draw, visit as unknown as StaffVisit);
}

test("lists every component, and shows each example", async () => {
  const list = await open("").text();
  for (const { name, examples } of gallery) {
    expect(list).toContain(name);
    for (const [index, example] of examples.entries()) {
      const page = open(`?component=${name}&example=${index}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`${name}: ${example.name.split(/[&<"']/)[0]}`);
    }
  }
});

test.each(["?component=nothing", "?component=card&example=99", "?component=card&example=x"])(
  "there is nothing at %s",
  (query) => {
    expect(() => open(query)).toThrow("not_found");
  },
);
