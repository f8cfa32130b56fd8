-- Documents byte for byte, as issued or received, found by what they are about. Never changed, never deleted.
create table archived_documents (
  company_id uuid not null references companies,
  -- Chained per company: each hash covers the one before, so that a missing document shows.
  seq bigint not null,
  sha256 text not null,
  prev_chain text not null,
  chain text not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'reminder', 'bank_statement')),
  invoice_id uuid references invoices,
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  archived_at timestamptz not null,
  primary key (company_id, seq)
);
-- PDF is compressed already.
alter table archived_documents alter column bytes set storage external;
create unique index document_of_invoice on archived_documents (company_id, invoice_id) where invoice_id is not null and kind in ('invoice', 'credit_note');
create index documents_by_hash on archived_documents (company_id, sha256);
create trigger archived_documents_are_final before update or delete on archived_documents for each row execute function refuse_change();
select protect_table('archived_documents', 'select, insert');

create table archive_heads (
  company_id uuid primary key references companies,
  seq bigint not null,
  chain text not null
);
select protect_table('archive_heads', 'select, insert, update');

create function archive_document(company uuid, document_kind text, about_invoice uuid, name text, media text, content bytea, at timestamptz)
returns text
language plpgsql
as $$
declare
  head archive_heads;
  content_hash text := encode(sha256(content), 'hex');
  next_chain text;
begin
  insert into archive_heads (company_id, seq, chain) values (company, 0, '') on conflict do nothing;
  select * into head from archive_heads where company_id = company for update;
  next_chain := encode(sha256(convert_to(head.chain || E'\n' || (head.seq + 1)::text || E'\n' || content_hash || E'\n' || name, 'UTF8')), 'hex');
  insert into archived_documents (company_id, seq, sha256, prev_chain, chain, kind, invoice_id, file_name, media_type, bytes, archived_at)
    values (company, head.seq + 1, content_hash, head.chain, next_chain, document_kind, about_invoice, name, media, content, at);
  update archive_heads set seq = head.seq + 1, chain = next_chain where company_id = company;
  return content_hash;
end
$$;
