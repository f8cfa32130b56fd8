-- What a person wants done with lines that look alike. The first rule that fits wins.
create table line_rules (
  id uuid primary key,
  company_id uuid not null references companies,
  name text not null check (length(name) > 0),
  place integer not null,
  active boolean not null default true,
  -- Each must stand in the text of the line.
  words text[] not null default '{}',
  counterparty text not null default '',
  direction text check (direction in ('in', 'out')),
  -- Without sign; equal to one amount when both are the same.
  least_cents bigint check (least_cents >= 0),
  most_cents bigint check (most_cents >= least_cents),
  account_id uuid references bank_accounts,
  -- {kind: customer | accounts | transfer, …}: plain data of `rules/line-rule.ts`.
  action jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index rules_in_order on line_rules (company_id, place) where deleted_at is null;
select protect_table('line_rules', 'select, insert, update');

-- One go of a rule over lines: those of an import, or those that waited. Undone, all of it is brought back.
create table rule_applications (
  id uuid primary key,
  company_id uuid not null references companies,
  rule_id uuid not null references line_rules,
  occasion text not null check (occasion in ('import', 'waiting')),
  made_at timestamptz not null,
  undone_at timestamptz
);
create index applications_of_rule on rule_applications (company_id, rule_id, made_at desc);
select protect_table('rule_applications', 'select, insert, update');

alter table line_bookings add column application_id uuid references rule_applications;
create index bookings_of_application on line_bookings (company_id, application_id) where application_id is not null;
alter table reconciliations add column application_id uuid references rule_applications;
create index matches_of_application on reconciliations (company_id, application_id) where application_id is not null;
