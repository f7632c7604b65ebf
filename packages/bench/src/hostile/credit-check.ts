interface Entry {
  entryId: string;
  amount: number;
  balance: number;
}

interface LedgerPage {
  entries: Entry[];
  next: string | null;
}

/**
 * Follows the ledger of every account from its newest entry to its first: each balance is the one before it and the
 * amount of its entry, the first begins at nothing, the newest is what the account has, and none is below 0.
 * @param origin of the sandbox, as `http://127.0.0.1:4020`.
 * @returns what does not add up.
 */
export async function creditProblems(origin: string): Promise<string[]> {
  const { accounts } = await read<{ accounts: { accountId: string; credits: number }[] }>(
    `${origin}/_sandbox/accounts`,
  );
  const problems: string[] = [];
  for (const { accountId, credits } of accounts) {
    const entries = await ledgerOf(origin, accountId);
    const balances = [credits, ...entries.map((entry) => entry.balance - entry.amount)];
    const ends = [...entries.map(({ balance }) => balance), 0];
    ends.forEach((balance, index) => {
      if (balances[index] === balance && balance >= 0) return;
      const where = entries[index]?.entryId ?? "the beginning";
      problems.push(`account ${accountId}: ${balances[index]} is not ${balance} at ${where}`);
    });
  }
  return problems;
}

async function ledgerOf(origin: string, accountId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let next: string | null = null;
  do {
    const query = next === null ? "" : `?before=${next}`;
    const path = `/_sandbox/accounts/${accountId}/ledger${query}`;
    const page: LedgerPage = await read(origin + path);
    entries.push(...page.entries);
    next = page.next;
  } while (next !== null);
  return entries;
}

async function read<Body>(url: string): Promise<Body> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
  return (await answer.json()) as Body;
}
