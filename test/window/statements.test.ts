import { readdirSync, readFileSync } from 'node:fs';
import type { StatementMapping, StatementTable } from '@shared/api/statements';
import { MAPPING_DATES } from '@shared/api/statements';
import { describe, expect, it } from 'vitest';
import { dateMeanings } from '../../renderer/features/money/statements/bring-in-asks';
import { columnsOf, mapperValues, mappingOf } from '../../renderer/features/money/statements/mapper-values';
import { sentenceFor } from '../../renderer/text/refusals';
import { bankOf, STATEMENT_SENTENCES, statementNote } from '../../renderer/text/statements';
import { DATE_FORM_WORDS } from '../../renderer/text/statements-mapper';
import terminal from '../../resources/terminal/en.json';

const here = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const filesIn = (folder: string): string[] =>
  readdirSync(here(folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

/** Every code of statements that stands in the source. */
function codesIn(paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => [
    ...readFileSync(here(path), 'utf8').matchAll(/'(statements?\.[a-z-]+)'/g),
  ]);
  // Names of actions, and of what a backup was made before.
  const actions = new Set([
    'statement.mapping-saved',
    'statement.mapping-removed',
    'statement.closing-set',
    'statement.import',
  ]);
  return [...new Set(found.map((match) => match[1] ?? ''))].filter((code) => !actions.has(code)).toSorted();
}

const READER = filesIn('electron/files/statements');
const SERVICES = filesIn('electron/services').filter((path) => path.includes('statements'));

describe('words of statements', () => {
  it('has a sentence for every code that reading or keeping a file may say', () => {
    const codes = codesIn([...READER, ...SERVICES, 'shared/budget/dedupe.ts']);
    expect(codes.length).toBeGreaterThan(40);
    const silent = codes.filter(
      (code) =>
        sentenceFor({ code }, STATEMENT_SENTENCES).includes(code) &&
        statementNote({ code, values: {} }).includes(code),
    );
    expect(silent).toEqual([]);
  });

  it('has a sentence in the terminal for every code of the reader', () => {
    const known = new Set(Object.keys(terminal.statement.problems));
    expect(codesIn(READER).filter((code) => !known.has(code))).toEqual([]);
  });

  it('names every layout and every form of date', () => {
    const layouts = readdirSync(here('resources/statements')).map((name) => name.replace('.json', ''));
    expect([...layouts, 'ofx', 'qif', 'own'].filter((layout) => bankOf(layout) === layout)).toEqual([]);
    expect(Object.keys(DATE_FORM_WORDS).toSorted()).toEqual([...MAPPING_DATES].toSorted());
  });

  it('says both meanings of a date', () => {
    expect(dateMeanings('03/11/2026').map((one) => one.label)).toEqual(['3 November 2026', '11 March 2026']);
    expect(dateMeanings("3/ 4'26").map((one) => one.label)).toEqual(['3 April 2026', '4 March 2026']);
  });
});

describe('setting up columns', () => {
  const kept: StatementMapping = {
    delimiter: ';',
    skip: 2,
    names: ['Day', 'Text', 'Paid', 'Got', 'Left'],
    width: 5,
    date: 0,
    dates: 'dd/mm/yyyy',
    description: [1],
    money: { kind: 'split', out: 2, in: 3 },
    balance: 4,
    footers: ['Total', 'Limit'],
  };
  const table: StatementTable = {
    rows: [
      { line: 1, cells: ['My bank'] },
      { line: 3, cells: ['Day', 'Text', 'Paid', 'Got', 'Left'] },
      { line: 4, cells: ['05/11/2026', 'SHOP', '4.50', '', '95.50'] },
    ],
    width: 5,
    lines: 3,
    delimiter: ';',
    guess: null,
    kept,
  };

  it('shows what is kept, and keeps what is shown', () => {
    expect(mappingOf(mapperValues(table), table)).toEqual(kept);
  });

  it('asks for nothing that is chosen, and is not whole until all of it is', () => {
    const empty = mapperValues({ ...table, kept: null });
    expect(mappingOf(empty, table)).toBeUndefined();
    const chosen = { ...empty, date: '0', description: '1', amount: '2' };
    expect(mappingOf(chosen, table)).toMatchObject({
      names: [],
      skip: 0,
      money: { kind: 'signed', amount: 2, outIsPositive: false },
    });
    expect(mappingOf({ ...chosen, money: 'split' }, table)).toBeUndefined();
    expect(mappingOf({ ...chosen, money: 'reversed' }, table)?.money).toMatchObject({ outIsPositive: true });
  });

  it('names columns by the header and what stands under it', () => {
    expect(columnsOf(table, '3')[2]).toEqual({ index: 2, name: 'Paid', example: '4.50' });
    expect(columnsOf(table, '')[0]).toEqual({ index: 0, name: '', example: 'Day' });
  });
});
