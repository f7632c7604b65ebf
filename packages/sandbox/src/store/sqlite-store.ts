import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { createGroupCommit } from "./group-commit.ts";
import {
  ledgerEntry,
  type Row,
  storedAttempt,
  storedBatch,
  storedDelivery,
  storedMessage,
  storedOrder,
} from "./rows.ts";
import type { Store, Thing, Transaction } from "./store.ts";
import { steps } from "./store.ts";
import { tableNames, tables, tablesVersion } from "./tables.ts";
import { openWriteAheadLog } from "./write-ahead-log.ts";

const memory = ":memory:";

/**
 * A store in one SQLite file, or in memory. Each commit is on the disk before it resolves.
 * @throws Error with one line when the file cannot be opened or is not the sandbox's.
 */
export function openSqliteStore(path = memory): Store {
  const database = open(path);
  const transaction = createTransaction(database);
  const totalChanges = database.prepare("select total_changes() as count");
  const countChanges = () => Number(totalChanges.get()?.count);
  let changes = countChanges();
  const log = path === memory ? undefined : openWriteAheadLog(path);
  const run = createGroupCommit({
    begin: () => database.exec("begin immediate"),
    commit() {
      transaction.flush();
      database.exec("commit");
      const before = changes;
      changes = countChanges();
      return changes > before;
    },
    rollback() {
      transaction.forget();
      // SQLite has undone by itself what a full disk has stopped.
      if (database.isTransaction) database.exec("rollback");
    },
    sync: async () => log?.flush(),
  });
  return {
    transaction: (work) => run(() => work(transaction)),
    async close() {
      await run(async () => undefined);
      log?.close();
      database.close();
    },
  };
}

function open(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path);
    // One process owns the file: the lock is taken at once and kept.
    database.exec("pragma locking_mode = exclusive; pragma journal_mode = wal");
    // Each commit is flushed to the disk by us, and each checkpoint by SQLite.
    database.exec("pragma synchronous = normal");
    // Checkpoints stop the process: they come for every 16 MB, which is about thirty batches of ten thousand.
    database.exec("pragma wal_autocheckpoint = 4000");
    database.exec(
      "pragma temp_store = memory; pragma cache_size = -16000; pragma foreign_keys = off",
    );
    prepareTables(database);
    return database;
  } catch (error) {
    const { message } = error as Error;
    const hint = /locked/.test(message)
      ? "Another process has it open. Stop that one, or choose another file."
      : message;
    throw new Error(`Cannot open the data file ${path}: ${hint}`);
  }
}

function prepareTables(database: DatabaseSync): void {
  const version = Number(database.prepare("pragma user_version").get()?.user_version);
  if (version === tablesVersion) return;
  const present = Number(
    database.prepare("select count(*) as count from sqlite_schema").get()?.count,
  );
  if (version !== 0 || present > 0) {
    throw new Error(
      version > 0
        ? `It has tables of version ${version}, and this sandbox those of ${tablesVersion}. Choose another file.`
        : "It is a database of something else. Choose another file.",
    );
  }
  database.exec(`begin; ${tables}; pragma user_version = ${tablesVersion}; commit`);
}

const messageColumns = `
  m.row, m.account, m.batch, m.recipient, m.operator, m.queued_at, m.scheduled_at, m.dispatch_at, m.end_at,
  m.ending, m.fail_reason, m.public_id, b.batch_id, b.cancelled_at,
  coalesce(m.sender_id, b.sender_id) as sender_id, coalesce(m.template_id, b.template_id) as template_id,
  coalesce(m.type, b.type) as type, coalesce(m.unicode, b.unicode) as unicode,
  coalesce(m.text, b.text) as text, coalesce(m.segments, b.segments) as segments,
  coalesce(m.credits, b.credits) as credits`;
const messagesWithBatch = `select ${messageColumns} from messages m left join batches b on b.number = m.batch`;

const statusNow = `case
  when b.cancelled_at is not null then 'failed'
  when m.end_at <= :now then m.ending
  when m.dispatch_at <= :now then 'dispatched'
  else 'queued' end`;

const deliveriesWithEvent = `
  select d.*, e.account, e.event, e.body, e.at,
    (select count(*) from attempts a where a.delivery_row = d.row) as attempts
  from deliveries d join events e on e.row = d.event_row`;

/** The endpoints that an attempt is planned to, found by one look into the index for each. */
const awaitedEndpoints = `with recursive awaited (id) as (
  select min(endpoint_id) from deliveries where next_attempt_at is not null
  union all select (
    select min(endpoint_id) from deliveries where next_attempt_at is not null and endpoint_id > awaited.id
  ) from awaited where awaited.id is not null)`;

function createTransaction(database: DatabaseSync) {
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  const run = (sql: string, ...values: SQLInputValue[]) => statement(sql).run(...values);
  const get = (sql: string, ...values: SQLInputValue[]) =>
    statement(sql).get(...values) as Row | undefined;
  const all = (sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as Row[];

  // The balances that the group has touched, written once at its end.
  const balances = new Map<number, number>();
  const creditsOf = (account: number): number => {
    const known = balances.get(account);
    if (known !== undefined) return known;
    return Number(get("select credits from balances where account = ?", account)?.credits ?? 0);
  };
  const insertMessage = statement(`insert into messages values (null${", ?".repeat(18)})`);
  const insertEntry = statement(`insert into ledger values (null${", ?".repeat(8)})`);
  const insertOrder = statement("insert or replace into agenda values (?, ?, ?, ?, ?, ?)");

  const methods: Transaction = {
    async put({ kind, account, id, value }) {
      run(
        "insert or replace into things values (?, ?, ?, ?)",
        kind,
        account,
        id,
        JSON.stringify(value),
      );
    },
    async remove(kind, account, id) {
      run("delete from things where kind = ? and account = ? and id = ?", kind, account, id);
    },
    async things() {
      return all("select * from things").map(
        ({ kind, account, id, value }) =>
          ({ kind, account, id, value: JSON.parse(String(value)) }) as Thing,
      );
    },
    async clear() {
      balances.clear();
      for (const name of tableNames) run(`delete from ${name}`);
    },

    async credits(account) {
      return creditsOf(account);
    },
    async book(account, entries) {
      let balance = creditsOf(account);
      for (const { at, kind, amount, messageRow, batchId, note } of entries) {
        balance += amount;
        insertEntry.run(account, at, kind, amount, balance, messageRow, batchId, note);
      }
      balances.set(account, balance);
      return balance;
    },
    async ledger(account, { before, limit }) {
      return all(
        "select * from ledger where account = ? and row < ? order by row desc limit ?",
        account,
        before,
        limit,
      ).map(ledgerEntry);
    },
    async lastBooking() {
      return Number(get("select at from ledger order by row desc limit 1")?.at ?? 0);
    },

    async addMessages(messages) {
      let last = 0;
      for (const each of messages) {
        const { content } = each;
        last = Number(
          insertMessage.run(
            each.account,
            each.batch,
            Number(each.to),
            content?.senderId ?? null,
            content?.templateId ?? null,
            content?.type ?? null,
            content ? Number(content.unicode) : null,
            content?.text ?? null,
            content?.segments ?? null,
            content?.credits ?? null,
            each.operator,
            each.queuedAt,
            each.scheduledAt,
            each.dispatchAt,
            each.endAt,
            each.ending,
            each.failReason,
            each.publicId,
          ).lastInsertRowid,
        );
      }
      return last - messages.length + 1;
    },
    async addBatchMessages({ account, batch, recipients, queuedAt, scheduledAt, timeline, slice }) {
      const { lastInsertRowid } = statement(
        `insert into messages (account, batch, recipient, queued_at, scheduled_at, dispatch_at, end_at, ending,
           fail_reason)
         select :account, :batch, cast(value as integer), :queuedAt, :scheduledAt,
           :dispatchAt + later, :endAt + later, :ending, :failReason
         from (
           select value, key / cast(:messages as integer) * :everyMs as later from json_each(:recipients) order by key)`,
      ).run({
        account,
        batch,
        recipients: JSON.stringify(recipients),
        queuedAt,
        scheduledAt,
        dispatchAt: timeline.dispatchAt,
        endAt: timeline.endAt,
        ending: timeline.ending,
        failReason: timeline.failReason,
        ...slice,
      });
      return Number(lastInsertRowid) - recipients.length + 1;
    },
    async message(row) {
      const found = get(`${messagesWithBatch} where m.row = ?`, row);
      return found && storedMessage(found);
    },
    async messageNamed(publicId) {
      const found = get(`${messagesWithBatch} where m.public_id = ?`, publicId);
      return found && storedMessage(found);
    },
    async messages(account, { to, rows, status }, now, { before, limit }) {
      const conditions = [
        "m.account = :account and m.row < :before",
        ...(to === undefined ? [] : ["m.recipient = :recipient"]),
        ...(rows === undefined ? [] : ["m.row between :first and :last"]),
        ...(status === undefined ? [] : [`${statusNow} = :status`]),
      ];
      const sql = `${messagesWithBatch} where ${conditions.join(" and ")} order by m.row desc limit :limit`;
      const found = statement(sql).all({
        account,
        before,
        limit,
        ...(to === undefined ? {} : { recipient: Number(to) }),
        ...(rows ?? {}),
        ...(status === undefined ? {} : { status, now }),
      });
      return (found as Row[]).map(storedMessage);
    },
    async messagesTaking({ due, step, first, last }) {
      const column = {
        queued: "queued_at",
        dispatched: "dispatch_at",
        ended: "end_at",
        expired: "row",
      }[step];
      return all(
        `${messagesWithBatch}
         where m.row between ? and ? and m.${column} = ? and b.cancelled_at is null order by m.row`,
        first,
        last,
        due,
      ).map(storedMessage);
    },
    async changeTimeline(row, { dispatchAt, endAt, ending, failReason }) {
      run(
        "update messages set dispatch_at = ?, end_at = ?, ending = ?, fail_reason = ? where row = ?",
        dispatchAt,
        endAt,
        ending,
        failReason,
        row,
      );
    },
    async countMessages() {
      // Rows are never deleted one by one, so that the last one is the count.
      return Number(get("select coalesce(max(row), 0) as count from messages")?.count);
    },

    async addBatch({ content, ...batch }) {
      run(
        `insert into batches values (${"?, ".repeat(16)} null)`,
        batch.number,
        batch.batchId,
        batch.account,
        batch.first,
        batch.last,
        batch.refused,
        content.senderId,
        content.templateId,
        content.type,
        Number(content.unicode),
        content.text,
        content.segments,
        content.credits,
        batch.acceptedAt,
        batch.startsAt,
        batch.scheduledAt,
      );
    },
    async batch(batchId) {
      const found = get("select * from batches where batch_id = ?", batchId);
      return found && storedBatch(found);
    },
    async batches(account, { before, limit }) {
      return all(
        "select * from batches where account = ? and number < ? order by number desc limit ?",
        account,
        before,
        limit,
      ).map(storedBatch);
    },
    async cancelBatch({ number }, at) {
      // Its orders stay: they may be shared with what was sent beside it.
      run("update batches set cancelled_at = ? where number = ?", at, number);
    },
    async countEndings({ first, last }, now) {
      const counts = get(
        `select count(*) as ended, coalesce(sum(ending = 'delivered'), 0) as delivered, max(end_at) as last_at
         from messages where row between ? and ? and end_at <= ?`,
        first,
        last,
        now,
      );
      const delivered = Number(counts?.delivered);
      const lastAt = counts?.last_at ?? null;
      return {
        delivered,
        failed: Number(counts?.ended) - delivered,
        lastAt: lastAt === null ? null : Number(lastAt),
      };
    },
    async lastBatchNumber() {
      return Number(get("select coalesce(max(number), 0) as last from batches")?.last);
    },

    async order(orders) {
      for (const { due, step, first, last, account, refunds } of orders)
        insertOrder.run(due, steps.indexOf(step), first, last, account, Number(refunds));
    },
    async ordersDue(now, limit) {
      return all(
        "select * from agenda where due <= ? order by due, step, first limit ?",
        now,
        limit,
      ).map(storedOrder);
    },
    async clearOrders({ due, step, first }) {
      run(
        "delete from agenda where (due, step, first) <= (?, ?, ?)",
        due,
        steps.indexOf(step),
        first,
      );
    },
    async nextOrderDue() {
      return Number(get("select min(due) as due from agenda")?.due ?? Number.POSITIVE_INFINITY);
    },

    async addEvent({ account, messageRow, event, body, at }, endpointIds) {
      const { lastInsertRowid } = run(
        "insert into events values (null, ?, ?, ?, ?, ?)",
        account,
        messageRow,
        event,
        body,
        at,
      );
      for (const endpointId of endpointIds) {
        // An event waits until those before it are delivered to the same endpoint.
        run(
          `insert into deliveries select null, ?1, ?2, ?3, 'pending', 0, null, iif(exists (
             select 1 from deliveries where message_row = ?2 and endpoint_id = ?3 and state = 'pending'), null, ?4)`,
          lastInsertRowid,
          messageRow,
          endpointId,
          at,
        );
      }
    },
    async deliveriesDue(now, limit) {
      return all(
        `${awaitedEndpoints}
         ${deliveriesWithEvent} join awaited on d.row in (
           select row from deliveries where endpoint_id = awaited.id and next_attempt_at <= ?
           order by next_attempt_at, row limit ?)
         order by d.next_attempt_at, d.row`,
        now,
        limit,
      ).map(storedDelivery);
    },
    async nextDeliveryDue(after) {
      const next = get(
        `${awaitedEndpoints}
         select min((select min(next_attempt_at) from deliveries
           where endpoint_id = awaited.id and next_attempt_at > ?)) as due from awaited`,
        after,
      );
      return Number(next?.due ?? Number.POSITIVE_INFINITY);
    },
    async delivery(row) {
      const found = get(`${deliveriesWithEvent} where d.row = ?`, row);
      return found && storedDelivery(found);
    },
    async deliveries(account, { endpointId, messageRow, state }, { before, limit }) {
      const conditions = [
        "e.account = :account and d.row < :before",
        ...(endpointId === undefined ? [] : ["d.endpoint_id = :endpointId"]),
        ...(messageRow === undefined ? [] : ["d.message_row = :messageRow"]),
        ...(state === undefined ? [] : ["d.state = :state"]),
      ];
      const sql = `${deliveriesWithEvent} where ${conditions.join(" and ")} order by d.row desc limit :limit`;
      const found = statement(sql).all({
        account,
        before,
        limit,
        ...(endpointId === undefined ? {} : { endpointId }),
        ...(messageRow === undefined ? {} : { messageRow }),
        ...(state === undefined ? {} : { state }),
      });
      return (found as Row[]).map(storedDelivery);
    },
    async addAttempt(delivery, attempt) {
      run(
        `insert into attempts
         select ?1, (select count(*) + 1 from attempts where delivery_row = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9`,
        delivery,
        attempt.at,
        attempt.url,
        JSON.stringify(attempt.requestHeaders),
        attempt.status,
        attempt.responseHeaders && JSON.stringify(attempt.responseHeaders),
        attempt.responseBody,
        attempt.durationMs,
        attempt.error,
      );
    },
    async attempts(delivery) {
      return all("select * from attempts where delivery_row = ? order by number", delivery).map(
        storedAttempt,
      );
    },
    async changeDelivery(row, { state, tries, lastStatus, nextAttemptAt }, now) {
      run(
        "update deliveries set state = ?, tries = ?, last_status = ?, next_attempt_at = ? where row = ?",
        state,
        tries,
        lastStatus,
        nextAttemptAt,
        row,
      );
      if (state === "pending") return;
      run(
        `update deliveries set next_attempt_at = max(?1, (select at from events where row = event_row))
         where next_attempt_at is null and row = (
           select min(o.row) from deliveries d join deliveries o
             on o.message_row = d.message_row and o.endpoint_id = d.endpoint_id and o.state = 'pending'
           where d.row = ?2)`,
        now,
        row,
      );
    },
    async stopDeliveries(account, endpointId) {
      run(
        `update deliveries set state = 'stopped', next_attempt_at = null
         where state = 'pending' and endpoint_id = ? and event_row in (select row from events where account = ?)`,
        endpointId,
        account,
      );
    },
  };

  return {
    ...methods,
    flush(): void {
      for (const [account, credits] of balances)
        run("insert or replace into balances values (?, ?)", account, credits);
      balances.clear();
    },
    forget(): void {
      balances.clear();
    },
  };
}
