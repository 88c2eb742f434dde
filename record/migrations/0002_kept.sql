-- What programs keep beside the record: the watch its feeds and pages, the
-- alerts what they have told and have to tell.
CREATE TABLE kept (
	space TEXT NOT NULL,
	key   TEXT NOT NULL,
	value BLOB NOT NULL,
	PRIMARY KEY (space, key)
) WITHOUT ROWID;
