create table companies (
  id uuid primary key,
  -- First segment of every address: readable, chosen from the name, never changed.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  name text not null,
  legal_form text not null default '',
  share_capital_cents bigint,
  siren text,
  siret text,
  rcs_city text,
  vat_number text,
  vat_regime text not null default 'normal' check (vat_regime in ('normal', 'franchise')),
  -- CGI 269-2 c: option to pay VAT on debits rather than on receipts, for services.
  vat_on_debits boolean not null default false,
  address_line1 text not null default '',
  address_line2 text not null default '',
  postcode text not null default '',
  city text not null default '',
  country text not null default 'FR' check (country ~ '^[A-Z]{2}$'),
  email text not null default '',
  phone text not null default '',
  website text not null default '',
  -- BT-34: scheme 0225 (French e-address) or EM (e-mail).
  e_address text,
  e_address_scheme text,
  accent_color text not null default '#1f5f5b' check (accent_color ~ '^#[0-9a-f]{6}$'),
  logo bytea,
  logo_media_type text,
  language text not null default 'fr' check (language in ('fr', 'en')),
  -- What a new customer gets: plain data of `terms/rules/terms.ts`.
  payment_terms jsonb not null default '[{"part":"rest","term":{"base":"issue","days":30,"endOfMonth":"none"}}]',
  iban text,
  bic text,
  bank_name text not null default '',
  -- Free line at the foot of documents (insurance of building trades, warranties…).
  footer_note text not null default '',
  onboarded_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
select force_row_security('companies');
grant select, insert, update on companies to encours_app;
create policy the_current_company on companies using (id = current_company()) with check (id = current_company());
