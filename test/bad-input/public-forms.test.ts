import { crossForms } from "./cross-forms.ts";
import { publicPosts } from "./public-posts.ts";

crossForms(publicPosts);
