-- The company's accounts at its banks.
create table bank_accounts (
  id uuid primary key,
  company_id uuid not null references companies,
  name text not null check (length(name) > 0),
  -- As statements name it: the IBAN, or the bank's own number; null for an account whose files name none.
  identifier text,
  currency text not null default 'EUR' check (currency = 'EUR'),
  -- How the CSV of this bank is read, once a person has seen it: plain data of `formats/csv/mapping.ts`.
  csv_mapping jsonb,
  created_at timestamptz not null
);
create unique index bank_account_by_identifier on bank_accounts (company_id, identifier) where identifier is not null;
select protect_table('bank_accounts', 'select, insert, update');

-- What each file said: a file with several accounts makes several rows. The bytes are in the archive, by their hash.
create table bank_statements (
  id uuid primary key,
  company_id uuid not null references companies,
  account_id uuid not null references bank_accounts,
  file_sha256 text not null,
  file_name text not null,
  format text not null,
  -- Place of the statement in its file.
  position integer not null,
  from_on date,
  to_on date,
  opening_cents bigint,
  closing_cents bigint,
  -- Whether opening + lines = closing; null when the file does not say enough to tell.
  proven boolean,
  -- [{code, facts}]: texts put them into words.
  warnings jsonb not null default '[]',
  new_lines integer not null,
  known_lines integer not null,
  imported_at timestamptz not null,
  unique (company_id, file_sha256, position)
);
create index statements_of_account on bank_statements (company_id, account_id, to_on desc, id desc);
create trigger bank_statements_are_final before update or delete on bank_statements for each row execute function refuse_change();
select protect_table('bank_statements', 'select, insert');

create table bank_lines (
  id uuid primary key,
  company_id uuid not null references companies,
  account_id uuid not null references bank_accounts,
  statement_id uuid not null references bank_statements,
  position integer not null,
  -- Same line in another file, same fingerprint: it is kept once.
  fingerprint text not null,
  booked_on date not null,
  value_on date,
  -- Positive: money came in.
  amount_cents bigint not null,
  text text not null,
  counterparty text,
  counterparty_iban text,
  reference text,
  end_to_end_id text,
  -- The rest of what the bank said: label of its own, structured references, mandate, return reason, operations of a batch.
  details jsonb not null default '{}',
  -- to_do: money in that nobody has explained; matched: put on a customer; set_aside: no payment of a customer; out: money out.
  state text not null check (state in ('to_do', 'matched', 'set_aside', 'out')),
  set_aside_reason text not null default '',
  search text generated always as (search_text(text || ' ' || coalesce(counterparty, '') || ' ' || coalesce(reference, ''))) stored,
  unique (account_id, fingerprint)
);
create index lines_by_state on bank_lines (company_id, state, booked_on desc, id desc);
create index lines_newest on bank_lines (company_id, booked_on desc, id desc);
create index lines_search on bank_lines using gin (search gin_trgm_ops);
select protect_table('bank_lines', 'select, insert, update');

-- What the bank said is never rewritten; only what we made of it moves.
create function keep_bank_line() returns trigger
language plpgsql
as $$
begin
  if (new.account_id, new.fingerprint, new.booked_on, new.amount_cents, new.text) is distinct from
     (old.account_id, old.fingerprint, old.booked_on, old.amount_cents, old.text) then
    raise exception 'a bank line is never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger bank_lines_keep before update on bank_lines for each row execute function keep_bank_line();
