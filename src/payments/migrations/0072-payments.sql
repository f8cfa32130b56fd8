create table payments (
  id uuid primary key,
  company_id uuid not null references companies,
  customer_id uuid not null references customers,
  paid_on date not null,
  amount_cents bigint not null check (amount_cents > 0),
  method text not null check (method in ('transfer', 'cheque', 'card', 'cash', 'direct_debit', 'other')),
  reference text not null default '',
  bank_line_id uuid,
  created_at timestamptz not null
);
create index payments_newest on payments (company_id, paid_on desc, id desc);
create index payments_of_customer on payments (company_id, customer_id, paid_on desc, id desc);
create trigger payments_are_final before update or delete on payments for each row execute function refuse_change();
select protect_table('payments', 'select, insert');

-- A cheque bounced, a payment typed by mistake: the payment stays, this says it no longer counts, from when and why.
create table payment_reversals (
  payment_id uuid primary key references payments,
  company_id uuid not null references companies,
  reversed_on date not null,
  reason text not null,
  created_at timestamptz not null
);
create trigger payment_reversals_are_final before update or delete on payment_reversals for each row execute function refuse_change();
select protect_table('payment_reversals', 'select, insert');
