-- Who made a deposit has seen its phrase: no name is sealed to it together with a key of theirs.
ALTER TABLE sealing_keys ADD COLUMN deposited_by INTEGER REFERENCES persons (id);
CREATE INDEX sealing_keys_by_maker ON sealing_keys (deposited_by) WHERE deposited_by IS NOT NULL;
UPDATE sealing_keys
   SET deposited_by = (SELECT c.decided_by
                         FROM recoveries c
                        WHERE c.way = 2 AND c.decided_at = sealing_keys.made_at
                        ORDER BY c.id
                        LIMIT 1)
 WHERE is_deposit = 1;
-- What was sealed so until now is closed by the pairs of officers, of which each name has one.
DELETE FROM sealed_parts
 WHERE EXISTS (SELECT 1
                 FROM sealing_keys d
                 JOIN sealing_keys k ON k.holder_id = d.deposited_by
                WHERE d.is_deposit = 1
                  AND d.id IN (sealed_parts.first_key, sealed_parts.second_key)
                  AND k.id IN (sealed_parts.first_key, sealed_parts.second_key));
