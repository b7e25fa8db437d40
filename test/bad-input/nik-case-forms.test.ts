import { crossForms } from "./cross-forms.ts";
import { nikCasePosts } from "./nik-case-posts.ts";

crossForms(nikCasePosts);
