/** A line of a bank statement: the amount in pence, money out negative. */
export type StatementLine = {
  /** `2026-11-16`. */
  readonly day: string;
  readonly type: string;
  readonly text: string;
  readonly amount: number;
};

const pounds = (amount: number): string =>
  `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;

/** A statement as Lloyds Bank writes it: newest line first, a running balance, the sort code behind a quote. */
export function lloydsStatement(options: {
  readonly sortCode: string;
  readonly accountNumber: string;
  readonly opening: number;
  /** Oldest first. */
  readonly lines: readonly StatementLine[];
}): string {
  let balance = options.opening;
  const rows = options.lines.map((line) => {
    balance += line.amount;
    const [year, month, day] = line.day.split('-');
    return [
      `${day}/${month}/${year}`,
      line.type,
      `'${options.sortCode}`,
      options.accountNumber,
      line.text,
      line.amount < 0 ? pounds(-line.amount) : '',
      line.amount < 0 ? '' : pounds(line.amount),
      pounds(balance),
      '',
    ].join(',');
  });
  return [
    'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance,',
    ...rows.reverse(),
    '',
  ].join('\n');
}
