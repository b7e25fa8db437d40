-- A note opened under any verdict of its application, so that one could be moved to another answer unnoticed.
comment on column application_verdicts.note_sealed is 'The reviewer''s words to the applicant, sealed with the person''s key, context application_verdicts|note|application|round|kind|target.';
