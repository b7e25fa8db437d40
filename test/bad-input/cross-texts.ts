import { hugeTexts, refusedTexts, takenTexts, type HostileText } from "./hostile-texts.ts";
import { isAt, judgeTexts } from "./judge.ts";
import { fieldsOf, type Post, type PostField, type World } from "./place.ts";
import { readPage } from "./read-page.ts";
import { typist, type Typing } from "./standing.ts";

/**
 * Puts every text into a form. One that is refused wherever it stands goes into all fields at once, and each must say
 * so; of the others and of the huge ones each field has another one, so that a form sees all of them. That every way of
 * reading a field bears every text is proved without a form, in `fields.test.ts` and `typed.test.ts`.
 */
export async function crossTexts(world: World, post: Post): Promise<string[]> {
  const fields = fieldsOf(post);
  const type = typist(world, post);
  const wrong: string[] = [];
  /** Gives the fields that had to name their text and did not, and those that have a message. */
  async function look(typing: Typing): Promise<{ silent: readonly PostField[]; named: readonly PostField[] }> {
    const { page, sent } = await type(typing);
    const judged = judgeTexts(post, typing, page, sent);
    wrong.push(...judged.wrong.map((what) => `${describe(typing)}: ${what}`));
    const { summary } = readPage(page);
    const named =
      page.status === 422 ? fields.filter((field) => summary.some(({ target }) => isAt(field, target))) : [];
    return { silent: judged.silent, named };
  }
  async function lookAlone(field: PostField, text: HostileText): Promise<void> {
    const typing: Typing = new Map([[field, text]]);
    if ((await look(typing)).silent.length > 0) wrong.push(`${describe(typing)}: has no message`);
  }

  for (const text of refusedTexts) {
    // A form may look at one thing before it looks at the next: what it did not name is sent alone.
    const { silent } = await look(new Map(fields.map((field) => [field, text])));
    for (const field of silent) await lookAlone(field, text);
  }
  for (const [at, text] of hugeTexts.entries()) {
    const field = fields[at % fields.length];
    if (field) await lookAlone(field, text);
  }
  for (let at = 0; at < takenTexts.length; at += fields.length) {
    const typing: Typing = new Map(fields.flatMap((field, nth) => pair(field, takenTexts[at + nth])));
    const { named } = await look(typing);
    // Without what was refused the others get further.
    const left = [...typing].filter(([field]) => !named.includes(field));
    if (named.length > 0 && left.length > 0) await look(new Map(left));
  }
  return wrong;
}

function pair(field: PostField, text: HostileText | undefined): (readonly [PostField, HostileText])[] {
  return text ? [[field, text]] : [];
}

function describe(typing: Typing): string {
  const names = [...typing].map(([field, text]) => `${field.name} with ${text.name}`);
  return names.slice(0, 4).join(", ");
}
