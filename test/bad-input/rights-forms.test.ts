import { crossForms } from "./cross-forms.ts";
import { rightsPosts } from "./rights-posts.ts";

crossForms(rightsPosts);
