import { crossForms } from "./cross-forms.ts";
import { recoveryPosts } from "./recovery-posts.ts";

crossForms(recoveryPosts);
