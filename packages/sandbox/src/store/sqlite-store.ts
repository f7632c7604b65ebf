import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { createGroupCommit } from "./group-commit.ts";
import {
  ledgerEntries,
  listed,
  listedMessages,
  type Row,
  storedAttempt,
  storedBatch,
  storedDelivery,
  storedMessages,
  storedOrder,
} from "./rows.ts";
import type {
  LedgerEntry,
  NewLedgerEntry,
  NewMessage,
  Store,
  StoredMessage,
  Thing,
  Transaction,
} from "./store.ts";
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
  const begin = database.prepare("begin immediate");
  const commit = database.prepare("commit");
  const totalChanges = database.prepare("select total_changes() as count");
  const countChanges = () => Number(totalChanges.get()?.count);
  let changes = countChanges();
  const log = path === memory ? undefined : openWriteAheadLog(path);
  const run = createGroupCommit({
    begin: () => begin.run(),
    commit() {
      transaction.flush();
      commit.run();
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
    // A checkpoint stops the process, and most pages are written many times before they are full: one comes
    // for every 64 MB.
    database.exec("pragma wal_autocheckpoint = 16000");
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

/** How many single messages one sending has at most: to read one of them, all are. */
const longestSending = 32;

const wholeSendings = `
  select s.last, s.first, s.account, s.batch, s.messages, s.operator, s.public_id, s.queued_at, s.scheduled_at,
    s.dispatch_at, s.end_at, s.ending, s.fail_reason, b.batch_id, b.cancelled_at, b.text, b.segments, b.credits,
    coalesce(s.sender_id, b.sender_id) as sender_id, coalesce(s.template_id, b.template_id) as template_id,
    coalesce(s.type, b.type) as type, coalesce(s.unicode, b.unicode) as unicode
  from sendings s left join batches b on b.number = s.batch`;

/** The key of the line of a table that has a row, which is that of its last; where none has, the row itself. */
const lineWith = (row: string, table: string, key: string) =>
  `(select coalesce(min(${key}), ${row}) from ${table} where ${key} >= ${row})`;
const sendingWith = (row: string) => lineWith(row, "sendings", "last");

const statusNow = `case
  when b.cancelled_at is not null then 'failed'
  when s.end_at <= :now then s.ending
  when s.dispatch_at <= :now then 'dispatched'
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
  const insertSending = statement(`insert into sendings values (?${", ?".repeat(16)})`);
  const insertOrder = statement("insert or replace into agenda values (?, ?, ?, ?, ?, ?)");

  /** Adds messages that share all but what is listed. @returns the row of the last. */
  const addSending = (first: number, like: Shared, messages: unknown[]): number => {
    const { content } = like;
    const last = first + messages.length - 1;
    insertSending.run(
      last,
      first,
      like.account,
      like.batch,
      content?.senderId ?? null,
      content?.templateId ?? null,
      content?.type ?? null,
      content ? Number(content.unicode) : null,
      JSON.stringify(messages),
      like.operator,
      like.publicId,
      like.queuedAt,
      like.scheduledAt,
      like.dispatchAt,
      like.endAt,
      like.ending,
      like.failReason,
    );
    return last;
  };
  const lastMessage = () => Number(get("select max(last) as last from sendings")?.last ?? 0);
  const sendingOf = (row: number): Row | undefined => {
    const found = get(`${wholeSendings} where s.last >= ? order by s.last limit 1`, row);
    return found && Number(found.first) <= row ? found : undefined;
  };

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
      for (const run of runsOf(entries, areBookedTogether)) {
        for (const { amount } of run) balance += amount;
        const { at, kind, messageRow, batchId, note } = run.at(-1) ?? run[0];
        statement(
          `insert into ledger
           select coalesce(max(row), 0) + ?${", ?".repeat(8)} from ledger`,
        ).run(
          run.length,
          account,
          at,
          kind,
          run.map(({ amount }) => amount).join(),
          balance,
          messageRow,
          batchId,
          note,
        );
      }
      balances.set(account, balance);
      return balance;
    },
    async ledger(account, { before, limit }) {
      // The row that has the entry before may be that of a later one.
      const rows = statement(
        `select * from ledger where account = ?1 and row <= ${lineWith("?2", "ledger", "row")}
         order by row desc`,
      ).iterate(account, before);
      const found: LedgerEntry[] = [];
      for (const row of rows) {
        found.push(...ledgerEntries(row as Row).filter((entry) => entry.row < before));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    async lastBooking() {
      return Number(get("select at from ledger order by row desc limit 1")?.at ?? 0);
    },

    async addMessages(messages) {
      const first = lastMessage() + 1;
      let next = first;
      for (const run of runsOf(messages, areSentTogether))
        next = addSending(next, run[0], run.map(listed)) + 1;
      return first;
    },
    async addBatchMessages({ recipients, runs, ...shared }) {
      const first = lastMessage() + 1;
      const unnamed = { content: null, operator: null, publicId: null };
      let done = 0;
      for (const { count, ...timeline } of runs) {
        const like = { ...shared, ...unnamed, ...timeline };
        addSending(first + done, like, recipients.slice(done, done + count));
        done += count;
      }
      return first;
    },
    async message(row) {
      const sending = sendingOf(row);
      return sending && storedMessages(sending, row, row)[0];
    },
    async messageNamed(publicId) {
      const found = get(`${wholeSendings} where s.public_id = ?`, publicId);
      return found && storedMessages(found, 0, Number.POSITIVE_INFINITY)[0];
    },
    async messages(account, { to, rows, status }, now, { before, limit }) {
      const from = rows?.first ?? 1;
      const last = Math.min(before - 1, rows?.last ?? before);
      const conditions = [
        `s.account = :account and s.last >= :from and s.last <= ${sendingWith(":last")}`,
        ...(to === undefined ? [] : ["instr(s.messages, :to)"]),
        ...(status === undefined ? [] : [`${statusNow} = :status`]),
      ];
      const sendings = statement(
        `${wholeSendings} where ${conditions.join(" and ")} order by s.last desc`,
      ).iterate({
        account,
        from,
        last,
        ...(to === undefined ? {} : { to }),
        ...(status === undefined ? {} : { status, now }),
      });
      const found: StoredMessage[] = [];
      for (const sending of sendings) {
        const messages = storedMessages(sending as Row, from, last).reverse();
        found.push(...messages.filter((message) => to === undefined || message.to === to));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    async messagesTaking({ due, step, first, last }) {
      const time = {
        queued: "s.queued_at",
        dispatched: "s.dispatch_at",
        ended: "coalesce(b.cancelled_at, s.end_at)",
        expired: "s.last",
      };
      return all(
        `${wholeSendings}
         where s.last >= ?1 and s.last <= ${sendingWith("?2")} and ${time[step]} = ?3
           and coalesce(b.cancelled_at >= ?3, true) order by s.last`,
        first,
        last,
        due,
      ).flatMap((sending) => storedMessages(sending, first, last));
    },
    async changeTimeline(row, timeline) {
      const sending = sendingOf(row);
      if (!sending) return;
      const [like] = storedMessages(sending, row, row);
      if (!like) return;
      const messages = listedMessages(sending);
      const at = row - Number(sending.first);
      const content = typeof messages[at] === "string" ? null : like.content;
      run("delete from sendings where last = ?", sending.last ?? null);
      const add = (from: number, to: number, changed: Shared) => {
        const some = messages.slice(from, to);
        if (some.length > 0) addSending(Number(sending.first) + from, changed, some);
      };
      add(0, at, { ...like, content });
      add(at, at + 1, { ...like, content, ...timeline });
      add(at + 1, messages.length, { ...like, content });
    },
    async countMessages() {
      // Rows are never deleted but to be divided, so that the last one is the count.
      return lastMessage();
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
        `select sum(last - first + 1) as ended,
           sum(iif(ending = 'delivered', last - first + 1, 0)) as delivered, max(end_at) as last_at
         from sendings where last between ? and ? and end_at <= ?`,
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
      for (const { due, step, first, last, account, books } of orders)
        insertOrder.run(due, steps.indexOf(step), first, last, account, Number(books));
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
    async nextOrderDue({ booksOnly } = { booksOnly: false }) {
      const next = get(`select min(due) as due from agenda ${booksOnly ? "where books = 1" : ""}`);
      return Number(next?.due ?? Number.POSITIVE_INFINITY);
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

/** What the messages of a sending share. */
type Shared = Omit<NewMessage, "to">;

/** Items that follow each other, of which there is at least one. */
type ItemRun<Item> = [Item, ...Item[]];

/** Divides items into runs, each of which goes on as long as the next one joins it. */
function runsOf<Item>(
  items: Item[],
  joins: (run: ItemRun<Item>, next: Item) => boolean,
): ItemRun<Item>[] {
  const runs: ItemRun<Item>[] = [];
  for (const item of items) {
    const open = runs.at(-1);
    if (open && joins(open, item)) open.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Whether one sending can have a message too. */
function areSentTogether(run: ItemRun<NewMessage>, next: NewMessage): boolean {
  const [one] = run;
  return (
    run.length < longestSending &&
    one.publicId === null &&
    next.publicId === null &&
    one.operator === next.operator &&
    one.dispatchAt === next.dispatchAt &&
    one.endAt === next.endAt &&
    one.ending === next.ending &&
    one.failReason === next.failReason &&
    one.queuedAt === next.queuedAt &&
    one.scheduledAt === next.scheduledAt &&
    one.account === next.account &&
    one.batch === next.batch &&
    one.content?.templateId === next.content?.templateId &&
    one.content?.senderId === next.content?.senderId &&
    one.content?.type === next.content?.type &&
    one.content?.unicode === next.content?.unicode
  );
}

/** Whether one row of the ledger can have an entry too. */
function areBookedTogether(run: ItemRun<NewLedgerEntry>, next: NewLedgerEntry): boolean {
  const [one] = run;
  return (
    one.messageRow !== null &&
    next.messageRow === one.messageRow + run.length &&
    next.at === one.at &&
    next.kind === one.kind &&
    next.batchId === one.batchId &&
    next.note === one.note
  );
}
