-- The role the application works as: it owns nothing, so row-level security binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'encours_app') then
    create role encours_app nologin;
  end if;
  -- Since PostgreSQL 16, who creates a role administers it and yet may not become it.
  if not pg_has_role(current_user, 'encours_app', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant encours_app to %I', current_user);
  end if;
end
$$;
grant usage on schema public to encours_app;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() is not immutable by declaration, yet its dictionary never changes here: searches may be indexed.
create function search_text(value text) returns text
language sql immutable parallel safe strict
as $$ select lower(public.unaccent('public.unaccent', value)) $$;

create function current_company() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('encours.company', true), '')::uuid $$;

create function current_person() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('encours.person', true), '')::uuid $$;

-- Row-level security, forced; only upkeep (migrations, backup, `verify`), which owns the tables, is let through by name, so that it works
-- for an owner that is no superuser too. The application never works as the owner.
create function force_row_security(table_name regclass) returns void
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy of_the_upkeep on %s to %I using (true) with check (true)', table_name, current_user);
end
$$;

-- Every table of a company's rows passes through here: a company sees its own, with only the rights named.
create function protect_table(table_name regclass, rights text default 'select, insert, update, delete') returns void
language plpgsql
as $$
begin
  perform force_row_security(table_name);
  execute format('create policy of_the_company on %s using (company_id = current_company()) with check (company_id = current_company())', table_name);
  execute format('grant %s on %s to encours_app', rights, table_name);
end
$$;

-- For a trigger: what is posted, issued or logged is never changed and never deleted.
create function refuse_change() returns trigger
language plpgsql
as $$
begin
  raise exception 'a row of % is never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end
$$;

-- A job commits with the business that asked for it; the application may ask for one without any right on the queue's tables.
create function enqueue_job(identifier text, payload json, job_key text default null, run_at timestamptz default null)
returns void
language plpgsql security definer
set search_path = pg_catalog, public
as $$
begin
  perform graphile_worker.add_job(identifier := identifier, payload := payload, job_key := job_key, run_at := coalesce(run_at, now()));
end
$$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to encours_app;

-- The first answer to a request sent twice with the same key is the only answer.
create table idempotency_keys (
  company_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  operation text not null,
  input_sha256 text not null,
  answer json,
  created_at timestamptz not null,
  primary key (company_id, key)
);
select protect_table('idempotency_keys', 'select, insert, update');
