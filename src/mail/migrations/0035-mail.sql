-- Every message the product sends, kept as it was: the intention is recorded with the business, the sending follows the commit.
create table mail_messages (
  id uuid primary key,
  company_id uuid not null references companies,
  kind text not null,
  customer_id uuid,
  invoice_id uuid,
  to_addresses text[] not null check (cardinality(to_addresses) > 0),
  subject text not null,
  text text not null,
  html text not null,
  -- [{fileName, sha256}]: the bytes lie in the archive.
  attachments jsonb not null default '[]',
  -- kept: complete, and left on this machine because no mail server is set.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_newest on mail_messages (company_id, created_at desc, id desc);
create index mail_of_invoice on mail_messages (company_id, invoice_id) where invoice_id is not null;
select protect_table('mail_messages', 'select, insert, update');
