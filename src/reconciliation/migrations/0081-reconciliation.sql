-- A bank line put on a customer: who or what did it, and why. Undone, it stays with its end; such a line is never matched by itself again.
create table reconciliations (
  id uuid primary key,
  company_id uuid not null references companies,
  line_id uuid not null references bank_lines,
  origin text not null check (origin in ('automatic', 'manual')),
  -- [{code, facts}]: texts put them into words.
  evidence jsonb not null default '[]',
  matched_at timestamptz not null,
  undone_at timestamptz
);
create unique index reconciliation_in_force on reconciliations (line_id) where undone_at is null;
create index reconciliations_of_line on reconciliations (company_id, line_id, matched_at);
select protect_table('reconciliations', 'select, insert, update');

create table reconciled_payments (
  reconciliation_id uuid not null references reconciliations,
  payment_id uuid not null references payments,
  company_id uuid not null references companies,
  -- Recorded from the line (undoing reverses it), or typed by hand before the line came (undoing only parts them).
  recorded boolean not null,
  in_force boolean not null default true,
  primary key (reconciliation_id, payment_id)
);
create unique index reconciled_payment_once on reconciled_payments (payment_id) where in_force;
create index reconciled_payments_newest on reconciled_payments (company_id, payment_id);
select protect_table('reconciled_payments', 'select, insert, update');

-- What a person said no to: never proposed again for this line.
create table refused_proposals (
  line_id uuid not null references bank_lines,
  proposal_id text not null,
  company_id uuid not null references companies,
  refused_at timestamptz not null,
  primary key (line_id, proposal_id)
);
select protect_table('refused_proposals', 'select, insert');

-- Accounts from which customers were seen to pay, learnt from what was matched.
create table customer_ibans (
  company_id uuid not null references companies,
  iban text not null,
  customer_id uuid not null references customers,
  times integer not null check (times > 0),
  last_seen_on date not null,
  primary key (company_id, iban, customer_id)
);
create index ibans_of_customer on customer_ibans (company_id, customer_id);
select protect_table('customer_ibans');

create table reconciliation_settings (
  company_id uuid primary key references companies,
  automatic boolean not null
);
select protect_table('reconciliation_settings', 'select, insert, update');
