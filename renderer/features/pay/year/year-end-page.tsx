import type { YearEnd, YearEndLine } from '@shared/api/year';
import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Checkbox } from '../../../components/checkbox';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import type { Tone } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Tag } from '../../../components/tag';
import { payYearEnd as words, yearEndWords } from '../../../text/pay-year';
import { PayAnswer } from '../pay-answer';
import { SaveFileButton } from '../save-file-button';
import { useToday } from '../use-pay';
import { useYearLine } from './use-year-line';

/** What a tax year’s end needs: each line done, to do or not known yet, with where to do it. */
export function YearEndPage() {
  const householdId = useHouseholdId();
  const { taxYear = '' } = useParams();
  const query = useQuery(api.year.end.queryOptions({ input: { householdId, taxYear } }));
  return (
    <PayAnswer query={query} title={words.waiting}>
      {(end) => (
        <Page
          title={words.title(taxYear)}
          sub={words.sub(end.to, end.isOver)}
          backTo={`/pay/year/${taxYear}`}
          backLabel={words.back}
        >
          {end.lines.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <Lines end={end} />
          )}
        </Page>
      )}
    </PayAnswer>
  );
}

function Lines({ end }: { readonly end: YearEnd }) {
  const done = end.lines.filter((line) => line.state === 'done').length;
  const old = end.lines.filter((line) => words.isOld(line.code));
  const fresh = end.lines.filter((line) => !words.isOld(line.code));
  return (
    <>
      <p className="strong" role="status">
        {done === end.lines.length ? words.all : words.count(done, end.lines.length)}
      </p>
      <LineList id="year-old" heading={words.old} end={end} lines={old} />
      <Leavers taxYear={end.taxYear} />
      <LineList id="year-new" heading={words.fresh} end={end} lines={fresh} />
    </>
  );
}

function LineList(props: {
  readonly id: string;
  readonly heading: string;
  readonly end: YearEnd;
  readonly lines: readonly YearEndLine[];
}) {
  return (
    <section className="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.heading}</h2>
      <ul className="year-lines" aria-labelledby={props.id}>
        {props.lines.map((line) => (
          <Line key={line.key} line={line} end={props.end} />
        ))}
      </ul>
    </section>
  );
}

const TONES: Readonly<Record<YearEndLine['state'], Tone | 'plain'>> = {
  done: 'done',
  'to-do': 'attention',
  wait: 'plain',
  unknown: 'note',
};

function stateOf(line: YearEndLine, today: IsoDay | undefined): { tone: Tone | 'plain'; text: string } {
  const isLate = line.state === 'to-do' && line.dueOn !== null && today !== undefined && line.dueOn < today;
  return isLate
    ? { tone: 'wrong', text: words.states.late }
    : { tone: TONES[line.state], text: words.states[line.state] };
}

function Line({ line, end }: { readonly line: YearEndLine; readonly end: YearEnd }) {
  const householdId = useHouseholdId();
  const today = useToday();
  const tick = useYearLine(end.taxYear);
  const { title, detail, link, tick: tickWords } = yearEndWords(line);
  const state = stateOf(line, today);
  const to = pathOf(line, end);
  const { workerId } = line;
  const isP60 = line.code === 'p60' && workerId !== null;
  return (
    <li>
      <div className="year-line-head">
        <h3>{title}</h3>
        <Tag tone={state.tone}>{state.text}</Tag>
      </div>
      <p>
        {detail}
        {line.dueOn === null || line.state === 'done' ? null : ` ${words.by(line.dueOn)}.`}
      </p>
      {line.tick === null || line.state === 'wait' || tickWords === undefined ? null : (
        <Checkbox
          label={tickWords}
          value={line.tick.on !== null}
          {...(line.tick.on === null ? {} : { note: words.tickedOn(line.tick.on) })}
          onChange={(on) => {
            if (line.tick !== null && today !== undefined)
              void tick({ key: line.tick.key, p60For: isP60 ? workerId : null }, on ? today : null);
          }}
        />
      )}
      <div className="button-row">
        {isP60 && end.isOver ? (
          <SaveFileButton
            make={() => client.pay.p60FiguresPdf({ householdId, taxYear: end.taxYear, workerId })}
          >
            {words.p60(String(line.values['name'] ?? ''))}
          </SaveFileButton>
        ) : null}
        {link === undefined || to === undefined || line.state === 'wait' ? null : (
          <LinkButton kind="quiet" flush to={to}>
            {link}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

/** Where a line is done. */
function pathOf(line: YearEndLine, end: YearEnd): string | undefined {
  switch (line.target) {
    case 'pay':
      return line.values['key'] === undefined ? '/pay' : `/pay/run/${line.values['key']}`;
    case 'year':
      return `/pay/year/${end.taxYear}`;
    case 'reports':
      return '/pay/hmrc/reports';
    case 'hmrc':
      return `/pay/hmrc?year=${end.taxYear}`;
    case 'start':
      return `/pay/year/${end.taxYear}/start`;
    case 'tax':
      return `/people/${line.workerId ?? ''}/tax`;
    case 'rates':
      return `/people/${line.workerId ?? ''}/rates`;
    case 'employer':
      return '/settings/employer';
    case 'rates-file':
      return '/settings/rates';
    case null:
      return undefined;
  }
}

/** P45 figures of those who left in the year. */
function Leavers({ taxYear }: { readonly taxYear: string }) {
  const householdId = useHouseholdId();
  const year = useQuery(api.year.view.queryOptions({ input: { householdId, taxYear } })).data;
  const left = (year?.workers ?? []).filter(
    ({ leftOn }) => year !== undefined && leftOn !== null && year.from <= leftOn && leftOn < year.to,
  );
  if (left.length === 0) return null;
  return (
    <section className="section" aria-labelledby="year-p45">
      <h2 id="year-p45">{words.p45s}</h2>
      <p>{words.p45Body}</p>
      <div className="pay-buttons">
        {left.map(({ workerId, name }) => (
          <SaveFileButton key={workerId} make={() => client.pay.p45FiguresPdf({ householdId, workerId })}>
            {words.p45(name)}
          </SaveFileButton>
        ))}
      </div>
    </section>
  );
}
