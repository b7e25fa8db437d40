import { accountPosts } from "./account-posts.ts";
import { applyPosts } from "./apply-posts.ts";
import { consolePosts } from "./console-posts.ts";
import { nikCasePosts } from "./nik-case-posts.ts";
import { passwordPosts } from "./password-posts.ts";
import type { Post } from "./place.ts";
import { publicPosts } from "./public-posts.ts";
import { recoveryPosts } from "./recovery-posts.ts";
import { rightsPosts } from "./rights-posts.ts";
import { treasurerPosts } from "./treasurer-posts.ts";

/** Every form of the service. A POST route that has none here fails the test, and so does one here without its route. */
export const posts: readonly Post[] = [
  ...publicPosts,
  ...accountPosts,
  ...applyPosts,
  ...consolePosts,
  ...nikCasePosts,
  ...passwordPosts,
  ...recoveryPosts,
  ...rightsPosts,
  ...treasurerPosts,
];
