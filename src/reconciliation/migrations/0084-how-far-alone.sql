-- How far matching goes alone: never, where the payer named the invoices, or also where the payer is known and the amount says one thing only.
alter table reconciliation_settings alter column automatic type text using case when automatic then 'numbered' else 'off' end;
alter table reconciliation_settings add check (automatic in ('off', 'numbered', 'clear'));
