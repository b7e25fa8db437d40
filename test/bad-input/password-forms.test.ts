import { crossForms } from "./cross-forms.ts";
import { passwordPosts } from "./password-posts.ts";

crossForms(passwordPosts);
