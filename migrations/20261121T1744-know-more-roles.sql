alter table staff_roles
  drop constraint staff_roles__role_known,
  add constraint staff_roles__role_known check (role in ('officer', 'reviewer', 'examiner', 'secretariat', 'agent',
    'treasurer', 'institution_admin', 'auditor', 'data_protection_officer'));
