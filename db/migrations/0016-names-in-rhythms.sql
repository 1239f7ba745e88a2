-- What a rhythm quotes of its paper may hold a name: it is looked through where somebody is erased.

INSERT INTO name_place (table_name, column_name, record, at_erase) VALUES
  ('rhythm', 'due_text', 'site_id || '' '' || rhythm_id', 'replaced');
