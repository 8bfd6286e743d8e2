import type { ApiClient } from '#src/client/api-client.ts';

/** One fund's two clients: who seals a batch does not release it. */
export interface FundClients {
  readonly fund: string;
  readonly officer: ApiClient;
  readonly approver: ApiClient;
}

export interface SettledBatch {
  readonly fund: string;
  readonly number: number;
  readonly entries: number;
  readonly payments: number;
  readonly held: number;
  readonly totals: Readonly<Record<string, string>>;
  readonly bordereauHash: string;
  /** The first lines of the bordereau, and its control totals. */
  readonly bordereau: readonly string[];
}

interface Sealed {
  /** null: the fund owed nothing that could be paid. */
  readonly batch: Omit<SettledBatch, 'fund' | 'bordereau'> | null;
}

/** Seals what each fund owes up to a day, reads its bordereau, and marks it as paid. */
export async function settleFunds(
  funds: readonly FundClients[],
  upTo: string,
): Promise<SettledBatch[]> {
  const settled: SettledBatch[] = [];
  for (const { fund, officer, approver } of funds) {
    const { batch } = await officer.get<Sealed>('/v1/settlement-batches', {
      method: 'POST',
      body: { upTo },
    });
    if (batch === null) continue;
    const path = `/v1/settlement-batches/${batch.number}`;
    const text = await officer.get<string>(`${path}/bordereau.csv`);
    await approver.get(`${path}/paid`, { method: 'POST' });
    const lines = text.trimEnd().split('\n');
    settled.push({ ...batch, fund, bordereau: [...lines.slice(0, 3), lines.at(-1) ?? ''] });
  }
  return settled;
}
