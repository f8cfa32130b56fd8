-- Lettrage: the 411 lines of what a customer owed and of what paid it bear one code once all of it is closed. Nothing here ever changes: a lettering
-- that no longer holds is ended by a row of its own, and what closes again is lettered anew, under the next code.
create table letterings (
  id uuid primary key,
  company_id uuid not null references companies,
  customer_id uuid not null references customers,
  -- 1 is A, 26 is Z, 27 is AA: a customer's code is never given twice.
  number integer not null check (number > 0),
  lettered_on date not null,
  lettered_at timestamptz not null,
  unique (company_id, customer_id, number)
);
create trigger letterings_are_final before update or delete on letterings for each row execute function refuse_change();
select protect_table('letterings', 'select, insert');

create table lettered_lines (
  lettering_id uuid not null references letterings,
  company_id uuid not null references companies,
  entry_id uuid not null,
  position integer not null,
  primary key (entry_id, position, lettering_id),
  foreign key (entry_id, position) references ledger_lines
);
create index lines_of_lettering on lettered_lines (lettering_id);
create trigger lettered_lines_are_final before update or delete on lettered_lines for each row execute function refuse_change();
select protect_table('lettered_lines', 'select, insert');

create table unletterings (
  lettering_id uuid primary key references letterings,
  company_id uuid not null references companies,
  unlettered_at timestamptz not null
);
create trigger unletterings_are_final before update or delete on unletterings for each row execute function refuse_change();
select protect_table('unletterings', 'select, insert');

-- A lettering comes with all its lines in one statement: they are of its customer, they add up to nothing, and none bears two codes at once.
create function letterings_hold() returns trigger
language plpgsql
as $$
declare
  crooked uuid;
  -- As arrays: of a few rows just added, the planner knows nothing.
  letterings_added uuid[] := array(select distinct lettering_id from added);
  entries_added uuid[] := array(select entry_id from added);
begin
  select lettering.id into crooked
  from lettered_lines lettered
  join letterings lettering on lettering.id = lettered.lettering_id
  join ledger_lines line on line.entry_id = lettered.entry_id and line.position = lettered.position
  where lettered.lettering_id = any (letterings_added)
  group by lettering.id
  having sum(line.debit_cents) <> sum(line.credit_cents) or bool_or(line.customer_id is distinct from lettering.customer_id)
  limit 1;
  if found then
    raise exception 'lettering % does not add up to nothing on one customer', crooked using errcode = 'check_violation';
  end if;
  select lettered.entry_id into crooked
  from lettered_lines lettered
  where lettered.entry_id = any (entries_added)
    and not exists (select from unletterings ended where ended.lettering_id = lettered.lettering_id)
  group by lettered.entry_id, lettered.position having count(*) > 1
  limit 1;
  if found then
    raise exception 'a line of ledger entry % bears two codes', crooked using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger letterings_hold after insert on lettered_lines
  referencing new table as added for each statement execute function letterings_hold();

-- What was closed before there was lettering is lettered now, as of the day since when it is closed.
do $$
begin
  -- One a piece: an invoice or credit note with all its instalments, a payment with its reversal. `gang` ends as the least of all it is linked with.
  create temporary table pieces on commit drop as
    select coalesce(invoice_id, payment_id) as id, coalesce(invoice_id, payment_id)::text as gang, company_id, customer_id,
      bool_and(open_cents = 0) as closed, max(settled_on) as closed_on
    from receivable_items group by 1, company_id, customer_id;
  create index on pieces (id);
  create temporary table linked on commit drop as
    with links as (
      select coalesce(debit.invoice_id, debit.payment_id) as one, coalesce(credit.invoice_id, credit.payment_id) as other
      from allocations allocation
      join receivable_items debit on debit.id = allocation.debit_item_id
      join receivable_items credit on credit.id = allocation.credit_item_id
      where allocation.undoes_id is null and not exists (select from allocations undoing where undoing.undoes_id = allocation.id)
    )
    select one, other from links union select other, one from links;
  analyze pieces;
  analyze linked;
  loop
    update pieces piece set gang = least.gang
    from (select linked.one, min(near.gang) as gang from linked join pieces near on near.id = linked.other group by linked.one) least
    where least.one = piece.id and least.gang < piece.gang;
    exit when not found;
  end loop;

  create temporary table given on commit drop as
    select gen_random_uuid() as id, gang, company_id, customer_id, max(closed_on) as lettered_on,
      row_number() over (partition by company_id, customer_id order by max(closed_on), gang) as number
    from pieces group by gang, company_id, customer_id having bool_and(closed);
  insert into letterings (id, company_id, customer_id, number, lettered_on, lettered_at)
    select id, company_id, customer_id, number, lettered_on, now() from given;
  insert into lettered_lines (lettering_id, company_id, entry_id, position)
    select given.id, given.company_id, line.entry_id, line.position
    from given
    join pieces using (gang)
    join ledger_entries entry on entry.company_id = given.company_id and coalesce(entry.payment_id, entry.invoice_id) = pieces.id
    join ledger_lines line on line.entry_id = entry.id and line.customer_id is not null;
end
$$;
