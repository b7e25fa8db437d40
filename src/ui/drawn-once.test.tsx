import { expect, test } from "vitest";
import { render } from "../../test/render.ts";
import { drawnOnce } from "./drawn-once.ts";

test("each content is drawn once, whatever object carries it", async () => {
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
  expect(await render(page)).toBe("<div><p>a</p><p>a</p><p>&lt;b&gt;</p></div>");
  expect(times).toBe(2);
});

test("it forgets rather than grows without end", async () => {
  let times = 0;
  const Part = drawnOnce((props: { readonly n: number }) => {
    times += 1;
    return <p>{props.n}</p>;
  });
  for (let n = 0; n < 500; n += 1) await render(<Part n={n} />);
  expect(await render(<Part n={0} />)).toBe("<p>0</p>");
  expect(times).toBe(501);
});
