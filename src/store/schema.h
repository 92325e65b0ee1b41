// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace verbale {

// Of the tables below. A store of another version is refused, not guessed at.
inline constexpr int kSchemaVersion = 1;

// docs/formats/store.md tells what each holds.
inline constexpr const char* kSchema = R"sql(
CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,          -- the number of its first version
  version INTEGER NOT NULL,
  status TEXT NOT NULL,              -- current, superseded, withdrawn
  id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  url TEXT, title TEXT, outlet TEXT, byline TEXT, section TEXT, published TEXT, language TEXT,
  day TEXT,                          -- of publication
  text TEXT,                         -- NULL where texts are not kept
  sketch BLOB,
  withdrawn_day TEXT, withdrawn_why TEXT,
  UNIQUE (article, version)
);
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_day ON documents (day);
CREATE TABLE inputs (hash TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE claims (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number),
  id TEXT NOT NULL,
  type TEXT NOT NULL, act TEXT NOT NULL, mode TEXT, contexts TEXT, cameo TEXT,
  factuality TEXT NOT NULL, background INTEGER NOT NULL,
  day_start TEXT, day_end TEXT,
  place TEXT, place_country TEXT, sources TEXT,
  row TEXT NOT NULL
);
CREATE INDEX claims_by_document ON claims (document);
CREATE INDEX claims_by_id ON claims (id);
CREATE TABLE claim_parties (
  claim INTEGER NOT NULL REFERENCES claims (number),
  side INTEGER NOT NULL,             -- 0 actor, 1 recipient
  code TEXT, country TEXT, name TEXT COLLATE NOCASE, party TEXT
);
CREATE INDEX parties_by_claim ON claim_parties (claim);
CREATE INDEX parties_by_code ON claim_parties (code);
CREATE INDEX parties_by_country ON claim_parties (country);
CREATE INDEX parties_by_name ON claim_parties (name);
CREATE INDEX parties_by_id ON claim_parties (party);
CREATE TABLE rejects (
  origin TEXT NOT NULL, id TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (origin, id, reason)
) WITHOUT ROWID;
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
  who TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (
  title, text, content = 'documents', content_rowid = 'number', tokenize = 'porter unicode61');
CREATE TRIGGER words_of_new AFTER INSERT ON documents BEGIN
  INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
)sql";

}  // namespace verbale
