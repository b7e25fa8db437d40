import { accountPosts } from "./account-posts.ts";
import { crossForms } from "./cross-forms.ts";

crossForms(accountPosts);
