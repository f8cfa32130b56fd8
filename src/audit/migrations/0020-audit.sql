-- The timeline: what happened, to whom, by whom, when.
create table events (
  id bigint generated always as identity primary key,
  company_id uuid not null,
  at timestamptz not null,
  actor json not null,
  name text not null,
  customer_id uuid,
  invoice_id uuid,
  payment_id uuid,
  facts json not null
);
create index events_of_customer on events (company_id, customer_id, id desc) where customer_id is not null;
create index events_of_invoice on events (company_id, invoice_id, id desc) where invoice_id is not null;
create index events_of_company on events (company_id, id desc);
create trigger events_are_final before update or delete on events for each row execute function refuse_change();
select protect_table('events', 'select, insert');

-- The audit trail: one entry a write, each carrying the hash of the one before (CGI 286 I 3° bis: inalterable, chained).
create table audit_entries (
  company_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  payload text not null,
  prev_hash text not null,
  hash text not null,
  primary key (company_id, seq)
);
create trigger audit_entries_are_final before update or delete on audit_entries for each row execute function refuse_change();
select protect_table('audit_entries', 'select, insert');

create table audit_heads (
  company_id uuid primary key,
  seq bigint not null,
  hash text not null
);
select protect_table('audit_heads', 'select, insert, update');

-- Appends one entry under the lock of the company's head, which the transaction keeps until it commits: the chain has no fork and no gap.
create function append_audit(company uuid, entry_at timestamptz, entry_payload text) returns bigint
language plpgsql
as $$
declare
  head audit_heads;
  next_hash text;
begin
  insert into audit_heads (company_id, seq, hash) values (company, 0, '') on conflict do nothing;
  select * into head from audit_heads where company_id = company for update;
  next_hash := encode(sha256(convert_to(head.hash || E'\n' || (head.seq + 1)::text || E'\n' || entry_payload, 'UTF8')), 'hex');
  insert into audit_entries (company_id, seq, at, payload, prev_hash, hash)
    values (company, head.seq + 1, entry_at, entry_payload, head.hash, next_hash);
  update audit_heads set seq = head.seq + 1, hash = next_hash where company_id = company;
  return head.seq + 1;
end
$$;
