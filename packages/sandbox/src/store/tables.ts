/** Written into the file, so that a later version knows what it opens. */
export const tablesVersion = 2;

/**
 * Messages are kept many in a row of `sendings`: those whose numbers follow each other, and that share all but
 * their recipients and what they say, which stand in a JSON list. Their own numbers are found without an index,
 * as ids are made from them, so that a send costs the same however many there are. What the messages of a
 * batch say stands in `batches`. A row of the `ledger` has the entries of messages whose numbers follow each
 * other: its own number, message and balance are those of the last. `agenda` and the due deliveries are read
 * in order of time.
 */
export const tables = `
create table things (
  kind text not null, account integer not null, id text not null, value text not null,
  primary key (kind, account, id)
) without rowid;

create table balances (account integer primary key, credits integer not null check (credits >= 0));

create table ledger (
  row integer primary key, account integer not null, at integer not null, kind text not null,
  amounts text not null, balance integer not null,
  message_row integer, batch_id text, note text
);

create table batches (
  number integer primary key, batch_id text not null unique, account integer not null,
  first integer not null, last integer not null, refused integer not null,
  sender_id text not null, template_id text not null, type text not null, unicode integer not null,
  text text not null, segments integer not null, credits integer not null,
  accepted_at integer not null, starts_at integer not null, scheduled_at text, cancelled_at integer
);

create table sendings (
  last integer primary key, first integer not null, account integer not null, batch integer,
  sender_id text, template_id text, type text, unicode integer, messages text not null,
  operator text, public_id text, queued_at integer not null, scheduled_at integer,
  dispatch_at integer, end_at integer, ending text not null, fail_reason text
);
create unique index sendings_named on sendings (public_id) where public_id is not null;

create table agenda (
  due integer not null, step integer not null, first integer not null, last integer not null,
  account integer not null, books integer not null,
  primary key (due, step, first)
) without rowid;
create index agenda_books on agenda (due) where books = 1;

create table events (
  row integer primary key, account integer not null, message_row integer not null, event text not null,
  body text not null, at integer not null
);

create table deliveries (
  row integer primary key, event_row integer not null, message_row integer not null,
  endpoint_id text not null, state text not null, tries integer not null,
  last_status integer, next_attempt_at integer
);
create index deliveries_due on deliveries (endpoint_id, next_attempt_at, row) where next_attempt_at is not null;
create index deliveries_pending on deliveries (message_row, endpoint_id, row) where state = 'pending';

create table attempts (
  delivery_row integer not null, number integer not null, at integer not null, url text not null,
  request_headers text not null, status integer, response_headers text, response_body text,
  duration_ms integer not null, error text,
  primary key (delivery_row, number)
) without rowid;
`;

export const tableNames = [
  "things",
  "balances",
  "ledger",
  "batches",
  "sendings",
  "agenda",
  "events",
  "deliveries",
  "attempts",
];
