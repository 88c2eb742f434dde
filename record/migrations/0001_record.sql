-- What coded the documents: the versions of program, rules and lexicon.
CREATE TABLE coders (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);

CREATE TABLE documents (
	id          INTEGER PRIMARY KEY, -- in the order in which they came
	name        TEXT NOT NULL UNIQUE, -- its id to the user
	given       TEXT NOT NULL,        -- the id as given
	hash        TEXT NOT NULL UNIQUE,
	date        TEXT NOT NULL,
	title       TEXT NOT NULL,
	url         TEXT NOT NULL,
	publication TEXT NOT NULL,
	author      TEXT NOT NULL,
	published   TEXT NOT NULL, -- with the time of the day, '' when unknown
	language    TEXT NOT NULL,
	headline    INTEGER NOT NULL, -- the first paragraph of the text is the headline
	story       INTEGER NOT NULL REFERENCES documents,
	words       INTEGER NOT NULL,
	events      INTEGER NOT NULL, -- mentions in it
	coder       INTEGER NOT NULL REFERENCES coders,
	ingested    TEXT NOT NULL,
	signature   BLOB NOT NULL,    -- of its shingles, see package neardup
	text        TEXT NOT NULL
);
CREATE INDEX documents_given ON documents (given);
CREATE INDEX documents_date ON documents (date, id);
CREATE INDEX documents_story ON documents (story);
CREATE INDEX documents_publication ON documents (publication COLLATE NOCASE);

-- Under which numbers a document is found as a version of another.
CREATE TABLE document_keys (
	key INTEGER NOT NULL,
	doc INTEGER NOT NULL REFERENCES documents,
	PRIMARY KEY (key, doc)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE document_text USING fts5 (
	title, text, content='', tokenize="unicode61 remove_diacritics 2"
);

CREATE TABLE sentences (
	doc   INTEGER NOT NULL REFERENCES documents,
	seq   INTEGER NOT NULL, -- from 1
	start INTEGER NOT NULL, -- code points of the text
	"end" INTEGER NOT NULL,
	PRIMARY KEY (doc, seq)
) WITHOUT ROWID;

CREATE TABLE events (
	id         INTEGER PRIMARY KEY,  -- in the order in which they came
	name       TEXT NOT NULL UNIQUE, -- its id to the user: that of its first mention
	day        TEXT NOT NULL,        -- the first on which it may have happened; '' when unknown
	last_day   TEXT NOT NULL,
	type       TEXT NOT NULL,
	cameo      TEXT NOT NULL,
	quad       INTEGER NOT NULL,
	scale      INTEGER NOT NULL,     -- PLOVER score in hundredths
	status     TEXT NOT NULL,
	modes      TEXT NOT NULL,        -- ' visit phone '
	contexts   TEXT NOT NULL,
	roles      TEXT NOT NULL,        -- ' aUSA.GOV rRUS sKAZ.GOV ': actor, recipient, said by
	mutual     INTEGER NOT NULL,     -- several actors did it together, to nobody: a meeting
	country    TEXT NOT NULL,
	place      TEXT NOT NULL,        -- GeoNames id
	place_name TEXT NOT NULL,
	rule       TEXT NOT NULL,
	confidence REAL NOT NULL,
	mentions   INTEGER NOT NULL
);
CREATE INDEX events_day ON events (day, id);
CREATE INDEX events_type ON events (type, day, id);
CREATE INDEX events_country ON events (country, day, id);
CREATE INDEX events_place ON events (place_name COLLATE NOCASE, day, id);
CREATE INDEX events_confidence ON events (confidence, id);
CREATE INDEX events_mentions ON events (mentions, id);

-- What merging knows of the events with several mentions; one with a single
-- mention is that mention.
CREATE TABLE states (
	event INTEGER PRIMARY KEY REFERENCES events,
	body  TEXT NOT NULL -- JSON of merge.State
);

-- Under which numbers an event is found as what a mention tells of.
CREATE TABLE event_keys (
	key   INTEGER NOT NULL,
	event INTEGER NOT NULL REFERENCES events,
	PRIMARY KEY (key, event)
) WITHOUT ROWID;

CREATE TABLE mentions (
	id      INTEGER PRIMARY KEY,
	name    TEXT NOT NULL UNIQUE, -- its id to the user
	event   INTEGER NOT NULL REFERENCES events,
	doc     INTEGER NOT NULL REFERENCES documents,
	reasons TEXT NOT NULL, -- JSON; '' for the first of an event
	body    TEXT NOT NULL  -- JSON of the coded event without why and cite_info
);
CREATE INDEX mentions_event ON mentions (event, id);
CREATE INDEX mentions_doc ON mentions (doc, id);

-- Its rows are numbered event << 12 | which mention of the event.
CREATE VIRTUAL TABLE mention_text USING fts5 (
	sentence, title, content='', tokenize="unicode61 remove_diacritics 2"
);

CREATE TABLE evidence (
	mention INTEGER PRIMARY KEY REFERENCES mentions,
	body    TEXT NOT NULL -- JSON list of demarche.Evidence
);

-- Who is in which event, by country code; sides are 1 actor, 2 recipient,
-- 4 said by, added up.
CREATE TABLE parties (
	code  TEXT NOT NULL,
	day   TEXT NOT NULL,
	event INTEGER NOT NULL REFERENCES events,
	sides INTEGER NOT NULL,
	PRIMARY KEY (code, day, event)
) WITHOUT ROWID;

-- The same by name.
CREATE TABLE named (
	actor INTEGER NOT NULL REFERENCES actors,
	day   TEXT NOT NULL,
	event INTEGER NOT NULL REFERENCES events,
	sides INTEGER NOT NULL,
	PRIMARY KEY (actor, day, event)
) WITHOUT ROWID;

-- What country a did to country b; a mutual event is there both ways.
CREATE TABLE pairs (
	a      TEXT NOT NULL,
	b      TEXT NOT NULL,
	day    TEXT NOT NULL,
	event  INTEGER NOT NULL REFERENCES events,
	type   TEXT NOT NULL,
	quad   INTEGER NOT NULL,
	scale  INTEGER NOT NULL,
	status TEXT NOT NULL,
	mutual INTEGER NOT NULL,
	PRIMARY KEY (a, b, day, event)
) WITHOUT ROWID;

CREATE TABLE actors (
	id       INTEGER PRIMARY KEY,
	key      TEXT NOT NULL UNIQUE, -- Wikidata id, or the name in small letters
	name     TEXT NOT NULL,
	wikidata TEXT NOT NULL,
	code     TEXT NOT NULL         -- with which it was first seen
);
CREATE INDEX actors_name ON actors (name COLLATE NOCASE);

CREATE TABLE aliases (
	alias TEXT NOT NULL COLLATE NOCASE,
	actor INTEGER NOT NULL REFERENCES actors,
	n     INTEGER NOT NULL,
	PRIMARY KEY (alias, actor)
) WITHOUT ROWID;
CREATE INDEX aliases_actor ON aliases (actor);

CREATE TABLE offices (
	actor  INTEGER NOT NULL REFERENCES actors,
	office TEXT NOT NULL,
	code   TEXT NOT NULL,
	first  TEXT NOT NULL, -- dates of publication
	last   TEXT NOT NULL,
	n      INTEGER NOT NULL,
	PRIMARY KEY (actor, office, code)
) WITHOUT ROWID;

CREATE TABLE places (
	doc       INTEGER NOT NULL REFERENCES documents,
	start     INTEGER NOT NULL,
	"end"     INTEGER NOT NULL,
	text      TEXT NOT NULL,
	name      TEXT NOT NULL,
	geonameid TEXT NOT NULL,
	country   TEXT NOT NULL,
	feature   TEXT NOT NULL,
	lat       REAL,
	lon       REAL,
	PRIMARY KEY (doc, start, "end")
) WITHOUT ROWID;

CREATE TABLE quotes (
	id      INTEGER PRIMARY KEY,
	doc     INTEGER NOT NULL REFERENCES documents,
	start   INTEGER NOT NULL,
	"end"   INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	speaker TEXT NOT NULL,
	actor   INTEGER REFERENCES actors,
	code    TEXT NOT NULL,
	sector  TEXT NOT NULL,
	text    TEXT NOT NULL
);
CREATE INDEX quotes_doc ON quotes (doc, id);
CREATE INDEX quotes_actor ON quotes (actor, id);

-- Claims with figures, and votes.
CREATE TABLE claims (
	id    INTEGER PRIMARY KEY,
	doc   INTEGER NOT NULL REFERENCES documents,
	kind  TEXT NOT NULL, -- claim, vote
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	body  TEXT NOT NULL  -- JSON
);
CREATE INDEX claims_doc ON claims (doc, id);

-- Sums, kept by whoever writes events, for what would else read them all.
CREATE TABLE totals (
	field TEXT NOT NULL, -- type, status, quad, country, actor, recipient; '' for all events; #documents, #words …
	value TEXT NOT NULL,
	month TEXT NOT NULL, -- '' when unknown
	n     INTEGER NOT NULL,
	PRIMARY KEY (field, value, month)
) WITHOUT ROWID;

CREATE TABLE pair_months (
	a     TEXT NOT NULL, -- a < b; either way
	b     TEXT NOT NULL,
	month TEXT NOT NULL,
	n     INTEGER NOT NULL,
	quad0 INTEGER NOT NULL,
	quad1 INTEGER NOT NULL,
	quad2 INTEGER NOT NULL,
	quad3 INTEGER NOT NULL,
	quad4 INTEGER NOT NULL,
	scale INTEGER NOT NULL, -- sum, in hundredths
	PRIMARY KEY (a, b, month)
) WITHOUT ROWID;
