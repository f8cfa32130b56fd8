-- The one rule of a company: a courteous reminder so many days after the due day. Off until the owner switches it on.
create table dunning_settings (
  company_id uuid primary key references companies,
  enabled boolean not null default false,
  delay_days integer not null default 7 check (delay_days between 1 and 90),
  updated_at timestamptz not null
);
select protect_table('dunning_settings', 'select, insert, update');

-- One contact with one customer about everything late. A customer without e-mail gets a letter, which a person posts.
create table reminders (
  id uuid primary key,
  company_id uuid not null references companies,
  customer_id uuid not null references customers,
  origin text not null check (origin in ('rule', 'hand')),
  channel text not null check (channel in ('email', 'letter')),
  to_addresses text[] not null default '{}',
  mail_id uuid references mail_messages,
  total_cents bigint not null check (total_cents > 0),
  reminded_on date not null,
  created_at timestamptz not null,
  -- When a person said the letter was posted; null while it waits, and for e-mail.
  posted_at timestamptz,
  check ((channel = 'email') = (mail_id is not null)),
  check (channel = 'letter' or posted_at is null)
);
create index reminders_newest on reminders (company_id, created_at desc, id desc);
create index reminders_of_customer on reminders (company_id, customer_id, reminded_on desc);
select protect_table('reminders', 'select, insert, update');

-- What each reminder listed. `step` says which step of the rule it was for the instalment: one reminder a step, ever, whoever runs twice.
-- Without step: listed again, the step having had its reminder before or its day not having come.
create table reminder_items (
  reminder_id uuid not null references reminders,
  company_id uuid not null references companies,
  item_id uuid not null references receivable_items,
  invoice_id uuid not null references invoices,
  step integer check (step >= 1),
  open_cents bigint not null check (open_cents > 0),
  primary key (reminder_id, item_id)
);
create unique index one_reminder_a_step on reminder_items (company_id, item_id, step) where step is not null;
create index reminders_of_invoice on reminder_items (company_id, invoice_id);
create trigger reminder_items_are_final before update or delete on reminder_items for each row execute function refuse_change();
select protect_table('reminder_items', 'select, insert');
