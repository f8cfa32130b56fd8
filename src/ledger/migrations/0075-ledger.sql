-- Entries are numbered without gap per company and fiscal year, validated when posted, and never changed (PCG 1031-3): reversed instead.
create table ledger_counters (
  company_id uuid not null references companies,
  year integer not null,
  last_number bigint not null,
  primary key (company_id, year)
);
select protect_table('ledger_counters', 'select, insert, update');

create table ledger_entries (
  id uuid primary key,
  company_id uuid not null references companies,
  journal text not null,
  year integer not null,
  number bigint not null,
  entry_on date not null,
  -- The dated document the entry stands on.
  piece_reference text not null,
  piece_on date not null,
  label text not null,
  customer_id uuid references customers,
  invoice_id uuid references invoices,
  payment_id uuid references payments,
  -- VAT falling due on a receipt follows this allocation, and is reversed with it.
  allocation_id uuid references allocations,
  posted_at timestamptz not null,
  unique (company_id, year, number)
);
create index entries_newest on ledger_entries (company_id, entry_on desc, id desc);
create index entries_of_invoice on ledger_entries (company_id, invoice_id) where invoice_id is not null;
create index entries_of_payment on ledger_entries (company_id, payment_id) where payment_id is not null;
create index entries_of_allocation on ledger_entries (company_id, allocation_id) where allocation_id is not null;
create trigger ledger_entries_are_final before update or delete on ledger_entries for each row execute function refuse_change();
select protect_table('ledger_entries', 'select, insert');

create table ledger_lines (
  company_id uuid not null references companies,
  entry_id uuid not null references ledger_entries,
  position integer not null,
  account text not null check (account ~ '^[0-9]{3,}[0-9A-Z]*$'),
  -- Auxiliary account: the customer's code on 411 lines.
  auxiliary text,
  customer_id uuid references customers,
  debit_cents bigint not null default 0 check (debit_cents >= 0),
  credit_cents bigint not null default 0 check (credit_cents >= 0),
  check ((debit_cents = 0) <> (credit_cents = 0)),
  primary key (entry_id, position)
);
create index ledger_lines_by_account on ledger_lines (company_id, account) include (debit_cents, credit_cents);
create trigger ledger_lines_are_final before update or delete on ledger_lines for each row execute function refuse_change();
select protect_table('ledger_lines', 'select, insert');

-- An entry that does not balance cannot be committed.
create function entry_balances() returns trigger
language plpgsql
as $$
begin
  if (select sum(debit_cents) - sum(credit_cents) from ledger_lines where entry_id = new.entry_id) <> 0 then
    raise exception 'ledger entry % does not balance', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger entries_balance after insert on ledger_lines deferrable initially deferred for each row execute function entry_balances();
