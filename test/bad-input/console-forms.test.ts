import { consolePosts } from "./console-posts.ts";
import { crossForms } from "./cross-forms.ts";

crossForms(consolePosts);
