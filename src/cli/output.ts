import Table from 'cli-table3';

/** Where a command writes: data on stdout, everything else on stderr. */
export interface Output {
  /** What the command is for: JSON with --json, else the text. */
  data(value: unknown, text: string | (() => string)): void;
  /** Remarks for people. */
  note(text: string): void;
  /** How far a long task is: one line that moves on a terminal, lines elsewhere. */
  progress(text: string): void;
}

export function createOutput({ json }: { json: boolean }): Output {
  let moving = false;
  const write = (text: string) => {
    process.stderr.write(moving ? `\n${text}` : text);
    moving = false;
  };
  return {
    data(value, text) {
      if (moving) write('');
      const shown = json ? JSON.stringify(value) : typeof text === 'function' ? text() : text;
      process.stdout.write(`${shown}\n`);
    },
    note(text) {
      write(`${text}\n`);
    },
    progress(text) {
      if (process.stderr.isTTY !== true) return write(`${text}\n`);
      process.stderr.write(`\r${text}`);
      moving = true;
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
