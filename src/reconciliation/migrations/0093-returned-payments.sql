-- A line of money out may be a payment that the bank takes back: it is joined to the payment it ends, which keeps the line it came in on.
alter table reconciled_payments add column returned boolean not null default false;
drop index reconciled_payment_once;
create unique index reconciled_payment_once on reconciled_payments (payment_id, returned) where in_force;
-- What a provider kept of a payment typed before it paid out.
alter table reconciled_payments add column fee_cents bigint not null default 0 check (fee_cents >= 0);
