-- An entry comes with all its lines in one statement: it is judged once, not once a line. One that does not balance is refused at once.
drop trigger entries_balance on ledger_lines;
drop function entry_balances();
create function entries_balance() returns trigger
language plpgsql
as $$
declare
  crooked uuid;
begin
  select entry_id into crooked from ledger_lines
  where entry_id in (select entry_id from added)
  group by entry_id having sum(debit_cents) <> sum(credit_cents) limit 1;
  if found then
    raise exception 'ledger entry % does not balance', crooked using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger entries_balance after insert on ledger_lines
  referencing new table as added for each statement execute function entries_balance();
