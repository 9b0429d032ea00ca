CREATE TABLE project (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  notes TEXT NOT NULL,
  rule_pack TEXT
) STRICT;

CREATE TABLE own_weight (
  rule TEXT NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL CHECK (place >= 0),
  weight REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE extra_pack (
  place INTEGER NOT NULL PRIMARY KEY CHECK (place >= 0),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  place INTEGER NOT NULL CHECK (place >= 0),
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  location TEXT NOT NULL,
  capacity REAL NOT NULL CHECK (capacity > 0 AND capacity <= 1),
  cost REAL,
  notes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_role (
  person TEXT NOT NULL REFERENCES person (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  function TEXT NOT NULL CHECK (function IN (
    'data-analyst', 'data-engineer', 'data-scientist', 'research-scientist', 'mlops-engineer',
    'software-developer', 'product', 'marketing', 'design', 'business', 'other')),
  PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_skill (
  person TEXT NOT NULL REFERENCES person (id),
  place INTEGER NOT NULL CHECK (place >= 0),
  skill TEXT NOT NULL,
  PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  place INTEGER NOT NULL CHECK (place >= 0),
  name TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('small-startup', 'large-startup', 'enterprise')),
  aim TEXT NOT NULL CHECK (aim IN ('product', 'research')),
  use_cases INTEGER NOT NULL CHECK (use_cases BETWEEN 0 AND 1000000),
  structure TEXT NOT NULL CHECK (structure IN ('centralized', 'decentralized', 'hybrid', 'product-centre')),
  chooser TEXT CHECK (chooser IN ('company', 'functions')),
  stage_assumed INTEGER NOT NULL CHECK (stage_assumed IN (0, 1)),
  aim_assumed INTEGER NOT NULL CHECK (aim_assumed IN (0, 1)),
  structure_assumed INTEGER NOT NULL CHECK (structure_assumed IN (0, 1)),
  baseline INTEGER NOT NULL CHECK (baseline IN (0, 1)),
  notes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
  scenario TEXT NOT NULL REFERENCES scenario (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  place INTEGER NOT NULL CHECK (place >= 0),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('core', 'squad', 'venture', 'partner', 'group')),
  parent TEXT CHECK (parent <> id),
  lead TEXT REFERENCES person (id),
  purpose TEXT NOT NULL,
  focus TEXT CHECK (focus IN ('future-technology', 'business-metrics')),
  product TEXT NOT NULL,
  own_budget INTEGER NOT NULL CHECK (own_budget IN (0, 1)),
  experiment_share REAL NOT NULL CHECK (experiment_share BETWEEN 0 AND 1),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  PRIMARY KEY (scenario, id),
  FOREIGN KEY (scenario, parent) REFERENCES team (scenario, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
  scenario TEXT NOT NULL REFERENCES scenario (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  place INTEGER NOT NULL CHECK (place >= 0),
  team TEXT NOT NULL,
  function TEXT NOT NULL CHECK (function IN (
    'data-analyst', 'data-engineer', 'data-scientist', 'research-scientist', 'mlops-engineer',
    'software-developer', 'product', 'marketing', 'design', 'business', 'other')),
  title TEXT NOT NULL,
  demand REAL NOT NULL CHECK (demand > 0 AND demand <= 1),
  person TEXT REFERENCES person (id),
  share REAL CHECK (share > 0 AND share <= 1),
  CHECK ((person IS NULL) = (share IS NULL)),
  PRIMARY KEY (scenario, id),
  FOREIGN KEY (scenario, team) REFERENCES team (scenario, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  scenario TEXT NOT NULL REFERENCES scenario (id),
  source TEXT NOT NULL,
  target TEXT NOT NULL CHECK (target <> source),
  kind TEXT NOT NULL CHECK (kind IN ('serves', 'collaborates', 'dotted')),
  place INTEGER NOT NULL CHECK (place >= 0),
  PRIMARY KEY (scenario, source, target, kind),
  FOREIGN KEY (scenario, source) REFERENCES team (scenario, id),
  FOREIGN KEY (scenario, target) REFERENCES team (scenario, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE practice (
  scenario TEXT NOT NULL REFERENCES scenario (id),
  id TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  place INTEGER NOT NULL CHECK (place >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('prioritisation', 'knowledge-sharing', 'shared-standards', 'on-call')),
  owner_team TEXT,
  owner_person TEXT REFERENCES person (id),
  CHECK (owner_team IS NULL OR owner_person IS NULL),
  PRIMARY KEY (scenario, id),
  FOREIGN KEY (scenario, owner_team) REFERENCES team (scenario, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE practice_team (
  scenario TEXT NOT NULL,
  practice TEXT NOT NULL,
  team TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  PRIMARY KEY (scenario, practice, team),
  FOREIGN KEY (scenario, practice) REFERENCES practice (scenario, id),
  FOREIGN KEY (scenario, team) REFERENCES team (scenario, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE responsibility (
  scenario TEXT NOT NULL REFERENCES scenario (id),
  activity TEXT NOT NULL CHECK (activity IN (
    'data-pipelines', 'model-development', 'deployment', 'continuous-training', 'validation', 'monitoring',
    'governance', 'application-integration')),
  team TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  level TEXT NOT NULL CHECK (level IN ('accountable', 'responsible', 'consulted', 'informed')),
  PRIMARY KEY (scenario, activity, team),
  FOREIGN KEY (scenario, team) REFERENCES team (scenario, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE muted (
  scenario TEXT NOT NULL REFERENCES scenario (id),
  rule TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  reason TEXT NOT NULL,
  PRIMARY KEY (scenario, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE seal (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  save_id TEXT NOT NULL CHECK (length(save_id) = 32),
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
