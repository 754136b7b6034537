-- A letter can go to an address that no account has: to whoever asks to join. Its address is gone
-- when the letter is.
ALTER TABLE letters ALTER COLUMN person_id DROP NOT NULL;
