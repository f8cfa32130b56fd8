-- A series of numbers: its pattern is final once a document bears a number of it.
create table number_series (
  company_id uuid not null references companies,
  kind text not null check (kind in ('invoice', 'credit_note')),
  pattern text not null,
  first_sequence bigint not null default 1 check (first_sequence >= 1),
  used_at timestamptz,
  primary key (company_id, kind)
);
select protect_table('number_series', 'select, insert, update');

-- The last number given, per series and year (year 0 when the series never starts again). Its row lock makes numbers gap-free.
create table number_counters (
  company_id uuid not null references companies,
  kind text not null,
  year integer not null,
  last_sequence bigint not null,
  -- Numbers follow the days: no document may be dated before the last one of its series.
  last_issued_on date not null,
  primary key (company_id, kind, year)
);
select protect_table('number_counters', 'select, insert, update');

create table invoices (
  id uuid primary key,
  company_id uuid not null references companies,
  kind text not null check (kind in ('invoice', 'credit_note')),
  status text not null default 'draft' check (status in ('draft', 'issued')),
  customer_id uuid references customers,
  customer_name text not null default '',
  -- What only a draft needs to become a document: dates wished, terms, texts, references. Plain data of `contract.ts`.
  options jsonb not null default '{}',
  credited_invoice_id uuid references invoices,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  net_cents bigint not null default 0,
  vat_cents bigint not null default 0,
  total_cents bigint not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- From here on: only when issued.
  number text,
  number_year integer,
  number_sequence bigint,
  issued_on date,
  issued_at timestamptz,
  due_on date,
  -- The invoice in the terms of EN 16931 (`einvoice/model.ts`), as issued: drawn and written as XML from this alone.
  document jsonb,
  check ((status = 'issued') = (number is not null and number_sequence is not null and issued_on is not null and issued_at is not null
    and document is not null and customer_id is not null)),
  check (length(number) <= 20 and number ~ '^[A-Za-z0-9+_/-]+$'),
  check (kind <> 'credit_note' or credited_invoice_id is not null)
);
create unique index invoice_numbers on invoices (company_id, number) where number is not null;
create unique index invoice_sequences on invoices (company_id, kind, number_year, number_sequence) where number is not null;
create index invoices_newest on invoices (company_id, issued_on desc, id desc) where status = 'issued';
create index invoices_drafts on invoices (company_id, updated_at desc, id desc) where status = 'draft';
create index invoices_of_customer on invoices (company_id, customer_id, issued_on desc, id desc);
create index credit_notes_of_invoice on invoices (company_id, credited_invoice_id) where credited_invoice_id is not null;
select protect_table('invoices');

create function issued_invoice_is_final() returns trigger
language plpgsql
as $$
begin
  if old.status = 'issued' then
    raise exception 'invoice % is issued: it is never changed or deleted', old.number using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger issued_invoices_are_final before update or delete on invoices for each row execute function issued_invoice_is_final();

create table invoice_lines (
  id uuid primary key,
  company_id uuid not null references companies,
  invoice_id uuid not null references invoices on delete cascade,
  position integer not null,
  item_id uuid references items,
  name text not null,
  description text not null default '',
  nature text not null check (nature in ('goods', 'service')),
  quantity_e4 bigint not null,
  unit text not null,
  unit_price_e6 bigint not null,
  discount_bp integer not null default 0 check (discount_bp between 0 and 10000),
  vat_code text not null,
  net_cents bigint not null,
  -- The line of the invoice that a credit note's line takes back.
  credited_line_id uuid references invoice_lines,
  unique (invoice_id, position)
);
create index lines_credited on invoice_lines (company_id, credited_line_id) where credited_line_id is not null;
select protect_table('invoice_lines');

create function issued_lines_are_final() returns trigger
language plpgsql
as $$
begin
  if exists (select from invoices where id = coalesce(old.invoice_id, new.invoice_id) and status = 'issued') then
    raise exception 'lines of an issued invoice are never changed' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger issued_invoice_lines_are_final before insert or update or delete on invoice_lines
  for each row execute function issued_lines_are_final();
