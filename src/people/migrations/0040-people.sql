-- Everybody who may enter. Sign-in (better-auth) writes these rows as the owner; the application only reads the people it works with.
create table people (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
alter table people enable row level security;
grant select on people to encours_app;

-- Passwords, sessions and links: closed to the application's role. Sign-in takes the owner's role for the length of its call.
create schema auth;

create table auth.accounts (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  person_id uuid not null references people on delete cascade,
  -- Argon2id.
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index accounts_of_person on auth.accounts (person_id);

create table auth.sessions (
  id uuid primary key,
  token text not null unique,
  person_id uuid not null references people on delete cascade,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index sessions_of_person on auth.sessions (person_id);

create table auth.sign_in_links (
  token_sha256 text primary key,
  person_id uuid not null references people on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table members (
  company_id uuid not null references companies,
  person_id uuid not null references people,
  role text not null check (role in ('owner', 'bookkeeper', 'reader')),
  created_at timestamptz not null,
  primary key (company_id, person_id)
);
create index members_of_person on members (person_id);
select protect_table('members');

-- A person sees which companies are open to them before having chosen one, and the names of those they work with.
create policy of_the_person on members for select using (person_id = current_person());
create policy of_its_members on companies for select
  using (exists (select from members where members.company_id = companies.id and members.person_id = current_person()));
create policy of_the_team on people for select
  using (id = current_person() or exists (select from members where members.person_id = people.id and members.company_id = current_company()));

create table invitations (
  id uuid primary key,
  company_id uuid not null references companies,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'bookkeeper', 'reader')),
  token_sha256 text not null unique,
  invited_by uuid not null references people,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references people,
  revoked_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or revoked_at is null)
);
create unique index one_open_invitation on invitations (company_id, email) where accepted_at is null and revoked_at is null;
select protect_table('invitations', 'select, insert, update');

-- Whoever holds an invitation's token may read that one row, before belonging to the company.
create policy held_by_token on invitations for select using (token_sha256 = nullif(current_setting('encours.token', true), ''));

create table api_keys (
  id uuid primary key,
  company_id uuid not null references companies,
  name text not null,
  role text not null check (role in ('bookkeeper', 'reader')),
  secret_sha256 text not null unique,
  -- The end of the secret, to tell keys apart.
  ending text not null,
  created_by uuid not null references people,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_of_company on api_keys (company_id, created_at);
select protect_table('api_keys', 'select, insert, update');
