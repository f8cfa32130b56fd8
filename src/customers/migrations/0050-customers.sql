create table customers (
  id uuid primary key,
  company_id uuid not null references companies,
  -- Auxiliary account and a short name for people: C00042.
  code text not null,
  kind text not null check (kind in ('company', 'public', 'consumer', 'eu', 'other')),
  name text not null check (length(name) > 0),
  siren text,
  siret text,
  vat_number text,
  address_line1 text not null default '',
  address_line2 text not null default '',
  postcode text not null default '',
  city text not null default '',
  country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
  -- Where goods go when it is elsewhere: {line1, line2, postcode, city, country}.
  delivery_address jsonb,
  -- BT-49: where electronic invoices go.
  e_address text,
  e_address_scheme text,
  language text not null default 'fr' check (language in ('fr', 'en')),
  -- Plain data of `terms/rules/terms.ts`; null takes the company's.
  payment_terms jsonb,
  -- BT-10: what the buyer asks to be quoted (service code of a public body).
  buyer_reference text not null default '',
  notes text not null default '',
  search text generated always as (search_text(name || ' ' || code || ' ' || coalesce(siren, '') || ' ' || city)) stored,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (company_id, code)
);
create index customers_by_name on customers (company_id, name, id);
create index customers_search on customers using gin (search gin_trgm_ops);
select protect_table('customers', 'select, insert, update');

create table customer_contacts (
  id uuid primary key,
  company_id uuid not null references companies,
  customer_id uuid not null references customers,
  name text not null,
  email text not null default '',
  phone text not null default '',
  -- buyer, accounts_payable, escalation, legal: chosen by kind of message.
  roles text[] not null default '{}',
  position integer not null
);
create index contacts_of_customer on customer_contacts (company_id, customer_id, position);
select protect_table('customer_contacts');

-- The next customer code of a company, taken under its row lock.
create table customer_counters (
  company_id uuid primary key references companies,
  last_code integer not null
);
select protect_table('customer_counters', 'select, insert, update');
