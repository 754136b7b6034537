-- Documents that show what an applicant says. In the database, so that a copy of it is whole, all
-- nodes have them, and deleting a row deletes the document.
CREATE TABLE application_documents (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES applications (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX application_documents_by_application ON application_documents (application_id);
