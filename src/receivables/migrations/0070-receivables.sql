-- What customers owe and what they have paid, one signed row each: an instalment is positive; a payment and a credit note are negative.
-- The open amounts add up to the balance of account 411, always.
create table receivable_items (
  id uuid primary key,
  company_id uuid not null references companies,
  customer_id uuid not null references customers,
  kind text not null check (kind in ('instalment', 'credit_note', 'payment', 'payment_reversal')),
  invoice_id uuid references invoices,
  payment_id uuid,
  position integer not null default 1,
  -- Invoice number, or what names the payment to a person.
  reference text not null,
  amount_cents bigint not null,
  open_cents bigint not null,
  dated_on date not null,
  due_on date not null,
  -- First day from which nothing is open any more; null while something is.
  settled_on date,
  check ((kind in ('instalment', 'payment_reversal')) = (amount_cents > 0)),
  check (case when amount_cents > 0 then open_cents between 0 and amount_cents else open_cents between amount_cents and 0 end),
  check ((open_cents = 0) = (settled_on is not null))
);
-- What stood on a past day: settled later or never, and dated by then. Dates compared one by one, because row-level security lets no range
-- operator use an index (it is not leakproof), whatever index there is.
create index items_standing on receivable_items (company_id, settled_on, dated_on);
create index items_open on receivable_items (company_id, customer_id, due_on, id) include (kind, invoice_id, open_cents) where settled_on is null;
create index items_invoiced on receivable_items (company_id, dated_on) include (kind, amount_cents) where kind in ('instalment', 'credit_note');
create index items_of_invoice on receivable_items (company_id, invoice_id, position) where invoice_id is not null;
create index items_of_payment on receivable_items (company_id, payment_id) where payment_id is not null;
create index items_of_customer on receivable_items (company_id, customer_id, dated_on, id);
select protect_table('receivable_items', 'select, insert, update');

-- Money (or a credit note) put against what is owed. A mistake is undone by an opposite row, never by deletion.
create table allocations (
  id uuid primary key,
  company_id uuid not null references companies,
  debit_item_id uuid not null references receivable_items,
  credit_item_id uuid not null references receivable_items,
  -- Positive; an undoing row is negative.
  amount_cents bigint not null check (amount_cents <> 0),
  -- The day from which the books see it: the later of the two items' days, or later still when other money held the place until then.
  allocated_on date not null,
  -- manual, automatic, credit_note, payment.
  origin text not null,
  -- Why, in facts that texts put into words.
  evidence jsonb not null default '[]',
  undoes_id uuid unique references allocations,
  created_at timestamptz not null,
  check ((undoes_id is null) = (amount_cents > 0))
);
create index allocations_of_debit on allocations (company_id, debit_item_id, allocated_on) include (amount_cents);
create index allocations_of_credit on allocations (company_id, credit_item_id, allocated_on) include (amount_cents);
create trigger allocations_are_final before update or delete on allocations for each row execute function refuse_change();
select protect_table('allocations', 'select, insert');
