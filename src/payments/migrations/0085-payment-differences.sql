-- What was settled without having come in: the fee a bank kept, a discount for early payment, a rounding, a sum withheld. A payment is what it
-- settles; the money that came in is that less these. Negative: the payer rounded up, and more came in than was settled.
create table payment_differences (
  payment_id uuid not null references payments,
  company_id uuid not null references companies,
  kind text not null check (kind in ('bank_fee', 'discount', 'rounding', 'withholding')),
  amount_cents bigint not null check (amount_cents > 0 or (kind = 'rounding' and amount_cents < 0)),
  -- The part of it that is VAT: only a discount lowers the VAT due (CGI art. 267 II 1°).
  vat_cents bigint not null default 0 check (vat_cents = 0 or (kind = 'discount' and vat_cents between 0 and amount_cents)),
  primary key (payment_id, kind)
);
create trigger payment_differences_are_final before update or delete on payment_differences for each row execute function refuse_change();
select protect_table('payment_differences', 'select, insert');

-- Their sum, so that what came in needs no second table.
alter table payments add column differences_cents bigint not null default 0;
