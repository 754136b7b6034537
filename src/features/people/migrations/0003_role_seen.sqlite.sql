-- Where the role line stands elsewhere, it is shown to whom its person chose too.
UPDATE persons
   SET role_seen = (SELECT see_work FROM profiles WHERE person_id = persons.id)
 WHERE id IN (SELECT person_id FROM profiles);
