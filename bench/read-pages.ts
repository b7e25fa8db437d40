import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "../src/paths.ts";
import type { Person } from "./seed.ts";

/** Asks for somebody's task list twenty times a second, and notes how long each took. */
export function readPages(origin: string, reader: Person) {
  const times: number[] = [];
  let [errors, ended] = [0, false];
  const reading = (async () => {
    while (!ended) {
      const begun = performance.now();
      const answer = await fetch(`${origin}${paths.apply.tasks(reader.applicationId)}`, {
        headers: { cookie: reader.cookie },
        redirect: "manual",
      });
      await answer.text();
      if (answer.status !== 200) errors++;
      times.push(performance.now() - begun);
      await sleep(50);
    }
  })();
  return {
    errors: () => errors,
    stop: async () => {
      ended = true;
      await reading;
      return times;
    },
  };
}
