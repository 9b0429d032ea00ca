CREATE TABLE history (
  position INTEGER NOT NULL PRIMARY KEY CHECK (position > 0),
  step TEXT NOT NULL
) STRICT;

CREATE TABLE state (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL CHECK (position >= 0),
  saved INTEGER CHECK (saved >= 0),
  image INTEGER CHECK (image >= 0),
  image_sha256 TEXT
) STRICT;
