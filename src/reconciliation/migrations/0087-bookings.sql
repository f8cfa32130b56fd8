-- Money on the bank that is no customer's stands in the books on the line of the bank itself.
alter table ledger_entries add column bank_line_id uuid references bank_lines;
create index entries_of_bank_line on ledger_entries (company_id, bank_line_id) where bank_line_id is not null;

-- A line booked to accounts: who or what did it, and why. Taken back, it stays with its end; nothing takes such a line by itself again.
create table line_bookings (
  id uuid primary key,
  company_id uuid not null references companies,
  line_id uuid not null references bank_lines,
  origin text not null check (origin in ('automatic', 'manual')),
  note text not null default '',
  -- [{code, facts}]: texts put them into words.
  evidence jsonb not null default '[]',
  -- The other side of a transfer between two of our accounts, booked by the same gesture.
  other_line_id uuid references bank_lines,
  made_at timestamptz not null,
  undone_at timestamptz
);
create unique index booking_in_force on line_bookings (line_id) where undone_at is null;
create index bookings_of_line on line_bookings (company_id, line_id, made_at);
select protect_table('line_bookings', 'select, insert, update');

create table line_booking_parts (
  booking_id uuid not null references line_bookings,
  company_id uuid not null references companies,
  position integer not null,
  account text not null check (account ~ '^[1-7][0-9]{5,7}$'),
  -- Without sign, VAT included: the parts add up to the line.
  amount_cents bigint not null check (amount_cents > 0),
  vat_rate integer check (vat_rate between 0 and 10000),
  vat_cents bigint not null check (vat_cents between 0 and amount_cents),
  primary key (booking_id, position)
);
create trigger line_booking_parts_are_final before update or delete on line_booking_parts for each row execute function refuse_change();
select protect_table('line_booking_parts', 'select, insert');
