create table security_questions (
  account_id uuid not null constraint security_questions__account references accounts on delete cascade,
  question text not null constraint security_questions__question_given check (question <> ''),
  answer_password_hash text not null,
  answered_at timestamptz,
  created_at timestamptz not null default app_now(),
  constraint security_questions__key primary key (account_id, question)
);
comment on table security_questions is 'Security questions of accounts: there only while the platform turns them on, as an extra lock behind a code or a link that was sent.';
comment on column security_questions.account_id is 'Whose.';
comment on column security_questions.question is 'Which of the fixed list.';
comment on column security_questions.answer_password_hash is 'argon2id of the answer in its plain form, sealed with the pepper as the hashes of passwords are.';
comment on column security_questions.answered_at is 'When it was last answered rightly; the other one comes next, and until then this one stays.';
comment on column security_questions.created_at is 'When its owner chose it.';

create table security_facts (
  account_id uuid constraint security_facts__key primary key
    constraint security_facts__account references accounts on delete cascade,
  sealed bytea not null
);
comment on table security_facts is 'What the form for a forgotten password asks beside the question, where the platform turns questions on. It protects nothing by itself.';
comment on column security_facts.account_id is 'Whose.';
comment on column security_facts.sealed is 'Family card number, birth place and birth date as JSON, sealed with the account key, context security_facts|account.';

grant select, insert, update, delete on security_questions, security_facts to daftar_web;
