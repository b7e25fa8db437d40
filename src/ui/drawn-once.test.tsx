import { expect, test } from "vitest";
import { htmlOf } from "../jsx/markup.ts";
import { anyId, drawnOnce, drawnOnceWithId } from "./drawn-once.ts";

test("each content is drawn once, whatever object carries it", () => {
  let times = 0;
  const Part = drawnOnce((props: { readonly text: string }) => {
    times += 1;
    return <p>{props.text}</p>;
  });
  const page = (
    <div>
      <Part text="a" />
      <Part text="a" />
      <Part text="<b>" />
    </div>
  );
  expect(htmlOf(page)).toBe("<div><p>a</p><p>a</p><p>&lt;b&gt;</p></div>");
  expect(times).toBe(2);
});

test("it forgets rather than grows without end", () => {
  let times = 0;
  const Part = drawnOnce((props: { readonly n: number }) => {
    times += 1;
    return <p>{props.n}</p>;
  });
  for (let n = 0; n < 500; n += 1) htmlOf(<Part n={n} />);
  expect(htmlOf(<Part n={0} />)).toBe("<p>0</p>");
  expect(times).toBe(501);
});

test("a part with an id is drawn once and leads each person to their own page", () => {
  let times = 0;
  const Part = drawnOnceWithId((props: { readonly text: string }) => {
    times += 1;
    return <a href={`/apply/${anyId}`}>{props.text}</a>;
  });
  const [siti, budi] = ["0190e1a2-0000-7000-8000-000000000001", "0190e1a2-0000-7000-8000-000000000002"] as const;
  expect(htmlOf(<Part id={siti} of={{ text: "<b>" }} />)).toBe(`<a href="/apply/${siti}">&lt;b&gt;</a>`);
  expect(htmlOf(<Part id={budi} of={{ text: "<b>" }} />)).toBe(`<a href="/apply/${budi}">&lt;b&gt;</a>`);
  expect(times).toBe(1);
  expect(() => Part({ id: '"><script>', of: { text: "" } })).toThrow();
});
