import type { ReceiptLine, ReceiptView } from '@shared/api/receipts';
import { formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Link2, Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { TextField } from '../../../components/text-field';
import { receipts as words } from '../../../text/receipts';
import { useDoing } from '../use-money';

/** The lines a receipt proves: those it is with, those it would fit, and finding another by hand. */
export function ReceiptLines({ receipt }: { readonly receipt: ReceiptView }) {
  const householdId = useHouseholdId();
  const { busy, run } = useDoing();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState<string | undefined>();
  const found = useQuery({
    ...api.receipts.findLines.queryOptions({ input: { householdId, id: receipt.id, search: search ?? '' } }),
    enabled: search !== undefined,
  }).data;
  const link = (line: ReceiptLine, linked: boolean) =>
    void run(
      line.id,
      () => client.money.linkReceipt({ householdId, receiptId: receipt.id, lineId: line.id, linked }),
      linked ? words.linked : words.unlinkedDone,
    );
  const find = (event: FormEvent): void => {
    event.preventDefault();
    setSearch(typed.trim());
  };
  const fitting = new Set(receipt.fits.map((line) => line.id));
  const others = search === undefined ? undefined : found?.lines.filter((line) => !fitting.has(line.id));
  const names = lineNames([...receipt.linked, ...receipt.fits, ...(others ?? [])]);
  const choices = (lines: readonly ReceiptLine[]) => (
    <ul className="money-files">
      {lines.map((line) => (
        <li className="row" key={line.id}>
          <span className="money-file-name">
            {names.get(line.id)}
            <small className="quiet">{fitWords(line)}</small>
          </span>
          <Button
            icon={Link2}
            pending={busy === line.id}
            name={words.linkNamed(names.get(line.id) ?? '')}
            onPress={() => link(line, true)}
          >
            {words.link}
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="section" aria-labelledby="receipt-line">
      <h2 id="receipt-line">{words.lineTitle}</h2>
      {receipt.linked.length === 0 ? <p>{words.lineNone}</p> : null}
      <ul className="money-files">
        {receipt.linked.map((line) => (
          <li className="row" key={line.id}>
            <Link className="money-file-name" to={`/money/lines/${line.id}`}>
              {names.get(line.id)}
            </Link>
            {line.closed ? (
              <span className="quiet">{words.closed}</span>
            ) : (
              <Button kind="quiet" pending={busy === line.id} onPress={() => link(line, false)}>
                {words.unlink(names.get(line.id) ?? '')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {receipt.fits.length === 0 ? (
        <p className="quiet">
          {receipt.linked.length > 0 ? words.another : receipt.total === null ? '' : words.proposedNone}
        </p>
      ) : (
        <>
          <h3 className="money-h3">{words.proposed}</h3>
          {choices(receipt.fits)}
        </>
      )}
      <form className="receipt-find" onSubmit={find}>
        <TextField label={words.findLine} hint={words.findLineHint} value={typed} onChange={setTyped} />
        <Button type="submit" icon={Search}>
          {words.findLineDo}
        </Button>
      </form>
      <div role="status">
        {others === undefined ? null : others.length === 0 ? (
          <p>{words.foundLinesNone}</p>
        ) : (
          <h3 className="money-h3">{words.foundLines}</h3>
        )}
      </div>
      {others === undefined || others.length === 0 ? null : choices(others)}
      {others !== undefined && found?.more ? <p className="quiet">{words.foundLinesMore}</p> : null}
    </section>
  );
}

function fitWords(line: ReceiptLine): string {
  return [
    line.sameAmount ? words.sameAmount : '',
    line.apart === null ? '' : line.apart === 0 ? words.sameDay : words.nearDay(line.apart),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Each line by its text, day and amount; two that are alike in all are told apart by a number. */
function lineNames(lines: readonly ReceiptLine[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    lines.map((line) => {
      const name = words.lineName(line.description, formatShortDay(line.day), formatPounds(line.amount));
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [line.id, count === 1 ? name : words.alike(name, count)];
    }),
  );
}
