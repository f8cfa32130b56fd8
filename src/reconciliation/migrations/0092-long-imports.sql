-- A bank file that takes longer than a request may: who sent it waits on its progress, and may leave and come back. The bytes stay here until they
-- are in the archive; what is told of the progress is no business fact and is written beside the work, which is kept all at once or not at all.
create table long_imports (
  id uuid primary key,
  company_id uuid not null references companies,
  file_name text not null,
  file_sha256 text not null,
  bytes bytea,
  -- {accountId, accountName, csvMapping}: what a person answered to what the file asked.
  answers jsonb not null,
  -- Who sent it, and in which language the result is told.
  actor jsonb not null,
  person_id uuid,
  locale text not null,
  -- keeping: its lines are being kept; matching: they are, and what is certain is being settled.
  state text not null check (state in ('keeping', 'matching', 'done', 'failed')),
  lines_total integer not null default 0,
  lines_read integer not null default 0,
  lines_new integer not null default 0,
  matched integer not null default 0,
  matched_cents bigint not null default 0,
  -- What the import of a short file answers at once.
  result json,
  -- {code, facts} of a refusal.
  problem json,
  sent_at timestamptz not null,
  check ((state in ('matching', 'done')) = (result is not null)),
  check ((state = 'failed') = (problem is not null)),
  check ((state = 'keeping') = (bytes is not null))
);
-- Text of a bank gains nothing by being compressed for some seconds.
alter table long_imports alter column bytes set storage external;
create unique index long_import_under_way on long_imports (company_id, file_sha256) where state = 'keeping';
create index long_imports_unfinished on long_imports (company_id) where state in ('keeping', 'matching');
select protect_table('long_imports', 'select, insert, update');
