create table items (
  id uuid primary key,
  company_id uuid not null references companies,
  code text not null,
  name text not null check (length(name) > 0),
  description text not null default '',
  -- Goods or service: it decides the invoicing frame (BT-23) and when VAT falls due.
  nature text not null check (nature in ('goods', 'service')),
  -- UN/ECE Rec 20: C62 piece, HUR hour, MTK square metre…
  unit text not null default 'C62',
  unit_price_e6 bigint not null check (unit_price_e6 >= 0),
  -- A code of `vat/treatments.ts`.
  vat_code text not null,
  search text generated always as (search_text(name || ' ' || code)) stored,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (company_id, code)
);
create index items_by_name on items (company_id, name, id);
create index items_search on items using gin (search gin_trgm_ops);
select protect_table('items', 'select, insert, update');
