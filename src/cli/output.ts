import Table from 'cli-table3';

/** Where a command writes: data on stdout, everything else on stderr. */
export interface Output {
  /** What the command is for: JSON with --json, else the text. */
  data(value: unknown, text: string | (() => string)): void;
  /** Progress and remarks for people. */
  note(text: string): void;
}

export function createOutput({ json }: { json: boolean }): Output {
  return {
    data(value, text) {
      const shown = json ? JSON.stringify(value) : typeof text === 'function' ? text() : text;
      process.stdout.write(`${shown}\n`);
    },
    note(text) {
      process.stderr.write(`${text}\n`);
    },
  };
}

/** A plain table for terminals; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const view = new Table({
    head: [...head],
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, index) =>
      rows.every((row) => /^-?[\d .,%]*$/.test(String(row[index] ?? ''))) ? 'right' : 'left',
    ),
  });
  for (const row of rows) view.push(row.map((cell) => String(cell ?? '')));
  return view.toString();
}
