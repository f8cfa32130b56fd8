-- What tells a payer, learnt from what was matched: its account, and the name as its bank writes it (a trade name, a parent company).
alter table customer_ibans rename to payer_marks;
alter table payer_marks rename column iban to mark;
alter table payer_marks add column kind text not null default 'iban' check (kind in ('iban', 'alias'));
alter table payer_marks alter column kind drop default;
alter table payer_marks drop constraint customer_ibans_pkey, add primary key (company_id, kind, mark, customer_id);
alter index ibans_of_customer rename to marks_of_customer;
