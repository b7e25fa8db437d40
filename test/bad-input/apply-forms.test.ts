import { applyPosts } from "./apply-posts.ts";
import { crossForms } from "./cross-forms.ts";

crossForms(applyPosts);
