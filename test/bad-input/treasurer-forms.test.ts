import { crossForms } from "./cross-forms.ts";
import { treasurerPosts } from "./treasurer-posts.ts";

crossForms(treasurerPosts);
