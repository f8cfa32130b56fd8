-- A line may wait until a day that somebody chose, or for the answer to a question. Whatever is made of the line ends both.
alter table bank_lines add column held_until date;
-- Of `line_questions`, which refers to this table: tables that refer to each other could not be restored one after the other.
alter table bank_lines add column open_question_id uuid;

-- Who put a line off, until when and why: one row each time.
create table line_holds (
  id uuid primary key,
  company_id uuid not null references companies,
  line_id uuid not null references bank_lines,
  until date not null,
  note text not null,
  held_by_name text not null,
  held_at timestamptz not null
);
create index holds_of_line on line_holds (company_id, line_id, held_at desc);
select protect_table('line_holds', 'select, insert');

create table line_questions (
  id uuid primary key,
  company_id uuid not null references companies,
  line_id uuid not null references bank_lines,
  question text not null check (length(question) > 0),
  -- Null: a program asked.
  asked_by uuid references people,
  asked_by_name text not null,
  -- Null: whoever may match.
  asked_of uuid references people,
  asked_of_name text,
  asked_at timestamptz not null,
  answer text check (length(answer) > 0),
  answered_by_name text,
  answered_at timestamptz,
  check ((asked_of is null) = (asked_of_name is null)),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by_name is null))
);
create index questions_of_line on line_questions (company_id, line_id, asked_at);
select protect_table('line_questions', 'select, insert, update');
create index lines_asked on bank_lines (company_id, open_question_id) where open_question_id is not null;

-- The language a person reads, as their browser last said: messages to them are written in it.
alter table people add column language text check (language in ('fr', 'en'));
grant update (language) on people to encours_app;
create policy of_oneself on people for update using (id = current_person()) with check (id = current_person());

-- Accepted or applied by a person while nothing else could be meant: when these prove right, more may settle alone.
alter table reconciliations add column was_certain boolean not null default false;
create index certain_matches on reconciliations (company_id) where was_certain;

-- What was answered to the invitation to let certain matches settle alone.
alter table reconciliation_settings add column invited_again_on date;
alter table reconciliation_settings add column invitation_declined boolean not null default false;

-- Certain matches that a person applied together, and what came of each; undone together too.
create table certain_applications (
  id uuid primary key,
  company_id uuid not null references companies,
  started_by_name text not null,
  started_at timestamptz not null,
  undo_started_at timestamptz
);
create index applications_newest on certain_applications (company_id, started_at desc);
select protect_table('certain_applications', 'select, insert, update');

create table certain_application_lines (
  application_id uuid not null references certain_applications,
  line_id uuid not null references bank_lines,
  company_id uuid not null references companies,
  position integer not null,
  proposal_id text not null,
  -- waiting; applied; left: not applied, because of `reason`; undone; kept: changed since, so not undone, because of `reason`.
  outcome text not null default 'waiting' check (outcome in ('waiting', 'applied', 'left', 'undone', 'kept')),
  reason text,
  -- Once applied: the match, and what it put on each invoice, [{invoiceId, amountCents}].
  reconciliation_id uuid references reconciliations,
  shares jsonb,
  primary key (application_id, line_id)
);
create index application_lines_by_outcome on certain_application_lines (application_id, outcome, position);
select protect_table('certain_application_lines', 'select, insert, update');
