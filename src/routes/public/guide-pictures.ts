import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { projectRoot } from "../../platform/project-root.ts";
import { type Language, sayIn } from "../../texts/texts.ts";
import type { BookletPicture } from "../../registry/papers/booklet-pictures.ts";

/** Where pictures for guides lie: a folder for each program, and `platform` for pages that all programs share. */
export const guideFolder = join(projectRoot, "helpdesk/guide");

const Shot = z.strictObject({
  title: z.string().min(1).describe("The first heading of the page."),
  shows: z.array(z.string()).describe("Headings, labels and buttons within the picture, from its top."),
  outline: z.string().describe("Of all headings, labels and buttons of the page: another one means another picture."),
  size: z.enum(["phone", "desk"]),
  width: z.int().positive(),
  height: z.int().positive(),
});

/** What `npm run guide` notes of the pictures in a folder, by scene. */
export const GuideShots = z.record(z.string(), z.strictObject({ id: Shot, en: Shot }));
export type GuideShots = z.output<typeof GuideShots>;

/** The file of a picture within its folder. */
export function shotFile(scene: string, language: Language): string {
  return `${scene}.${language}.png`;
}

/** What is noted of the pictures of a place; nothing where it has none. */
export async function readShots(place: string): Promise<GuideShots> {
  const text = await readFile(join(guideFolder, place, "pictures.json"), "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "{}";
    throw error;
  });
  return GuideShots.parse(JSON.parse(text));
}

/** The pictures of a place (the name of a program, or `platform`) in one language, by scene. */
export async function readPictures(place: string, language: Language): Promise<ReadonlyMap<string, BookletPicture>> {
  const say = sayIn(language);
  const entries = Object.entries(await readShots(place)).map(async ([scene, shots]) => {
    const { title, shows, size, width, height } = shots[language];
    const picture: BookletPicture = {
      bytes: await readFile(join(guideFolder, place, shotFile(scene, language))),
      width,
      height,
      caption: say(`guide.caption_${size}`, { title }),
      alt: say("guide.alt", { title, shows: shows.join("; ") }),
    };
    return [scene, picture] as const;
  });
  return new Map(await Promise.all(entries));
}
