import type { Example } from "../example.ts";
import { Tag } from "./tag.tsx";

export const tagExamples: readonly Example[] = [{ name: "bawaan", view: () => <Tag text="Peragaan" /> }];
