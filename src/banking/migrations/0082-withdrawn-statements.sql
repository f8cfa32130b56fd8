-- A file imported by mistake is taken back: what it brought stays as a trace and counts no more, and the file may be imported again.
alter table bank_statements add column withdrawn_at timestamptz;
alter table bank_accounts add column withdrawn_at timestamptz;
alter table bank_lines drop constraint bank_lines_state_check;
alter table bank_lines add constraint bank_lines_state_check check (state in ('to_do', 'matched', 'set_aside', 'out', 'withdrawn'));

alter table bank_statements drop constraint bank_statements_company_id_file_sha256_position_key;
create unique index statement_of_file on bank_statements (company_id, file_sha256, position) where withdrawn_at is null;
alter table bank_lines drop constraint bank_lines_account_id_fingerprint_key;
create unique index line_of_account on bank_lines (account_id, fingerprint) where state <> 'withdrawn';
drop index bank_account_by_identifier;
create unique index bank_account_by_identifier on bank_accounts (company_id, identifier) where identifier is not null and withdrawn_at is null;

-- What a statement said never changes; once, it may be withdrawn.
create function only_withdraw_statement() returns trigger
language plpgsql
as $$
begin
  if tg_op = 'DELETE' or old.withdrawn_at is not null or to_jsonb(new) - 'withdrawn_at' <> to_jsonb(old) - 'withdrawn_at' then
    raise exception 'a bank statement is never rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
drop trigger bank_statements_are_final on bank_statements;
create trigger bank_statements_are_final before update or delete on bank_statements for each row execute function only_withdraw_statement();
grant update (withdrawn_at) on bank_statements to encours_app;

-- A line that a further file brought again: it stays when the file that brought it first is taken back.
create table bank_line_repeats (
  statement_id uuid not null references bank_statements,
  line_id uuid not null references bank_lines,
  company_id uuid not null references companies,
  -- Place of the line in that statement.
  position integer not null,
  primary key (line_id, statement_id)
);
select protect_table('bank_line_repeats', 'select, insert');
