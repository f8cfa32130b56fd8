-- Money given back to a customer is a payment below zero: it takes from the customer's credit, and from the account it went out of.
alter table payments drop constraint payments_amount_cents_check;
alter table payments add check (amount_cents <> 0);

alter table receivable_items drop constraint receivable_items_kind_check;
alter table receivable_items add check (kind in ('instalment', 'credit_note', 'payment', 'payment_reversal', 'refund', 'refund_reversal'));
alter table receivable_items drop constraint receivable_items_check;
alter table receivable_items add check ((kind in ('instalment', 'payment_reversal', 'refund')) = (amount_cents > 0));
