-- An officer who finds one NIK on two accounts begins a case for its applicant, who then gives the evidence and sends it.
grant insert on nik_cases to daftar_staff;
