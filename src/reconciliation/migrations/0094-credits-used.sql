-- Credit notes and money already there that a match put on the same invoices: undone, the match gives them back.
alter table reconciliations add column credit_allocations uuid[] not null default '{}';
