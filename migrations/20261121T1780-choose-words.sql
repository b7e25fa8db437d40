alter table accounts add column words_sealed bytea;
comment on column accounts.words_sealed is 'Words its owner chose, shown in every letter to the account so that a false letter is known by their absence; sealed with the account key, context accounts|words|id. Null when none are chosen.';
