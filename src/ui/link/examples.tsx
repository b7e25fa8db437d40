import type { Example } from "../example.ts";
import { Link } from "./link.tsx";

export const linkExamples: readonly Example[] = [
  { name: "bawaan", view: () => <Link href="#">Kebijakan privasi</Link> },
];
