/** Shows how far a long task is: one line that moves on a terminal, a few lines elsewhere. */
export interface Progress {
  at(done: number): void;
  end(text: string): void;
}

const STEP = 0.25;

export function createProgress(label: string, total: number): Progress {
  const moving = process.stderr.isTTY === true;
  let shown = 0;
  return {
    at(done) {
      const share = total === 0 ? 1 : done / total;
      if (!moving && share < shown + STEP) return;
      shown = share;
      const text = `${label}: ${done} of ${total}`;
      process.stderr.write(moving ? `\r${text}` : `${text}\n`);
    },
    end(text) {
      process.stderr.write(`${moving ? '\r' : ''}${label}: ${text}\n`);
    },
  };
}
