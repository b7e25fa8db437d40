-- The copy of a person's data holds what the form for a forgotten password asks beside the question.
grant select on security_facts to daftar_worker;
