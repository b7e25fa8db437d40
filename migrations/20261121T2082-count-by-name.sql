comment on column recoveries.counted_as is 'Under what wrong codes are counted where it shows: the beginning of the keyed hash of the name that was typed, known or not.';
