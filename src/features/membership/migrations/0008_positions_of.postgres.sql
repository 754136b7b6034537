-- What one person holds in one network. Without statistics SQLite took the index by network, of
-- which more columns were named, and looked at all its positions for each of its members.
CREATE INDEX positions_of_person ON positions (person_id, network_id, is_verified, ended);
DROP INDEX positions_by_person;
