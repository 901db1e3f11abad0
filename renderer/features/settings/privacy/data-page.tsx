import type { DataGroupNow, PrivacyView } from '@shared/api/privacy';
import { DATA_GROUPS, DATA_PEOPLE, type DataGroup } from '@shared/privacy/data-list';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { JumpList } from '../../../components/jump-list';
import { Tag } from '../../../components/tag';
import { groundLines, keptLines, toldWords, privacyList as words } from '../../../text/privacy';
import { FileButton } from './file-button';
import { PrivacyRoom } from './privacy-room';

/** Everything that can be kept about people: what, why, on which ground, who is told, and how long. */
export function DataPage() {
  const householdId = useHouseholdId();
  const file = (format: 'pdf' | 'csv') => () => client.privacy.listFile({ householdId, format });
  return (
    <PrivacyRoom title={words.title} sub={words.sub}>
      {(view) => (
        <>
          <div className="actions">
            <FileButton kind="primary" make={file('pdf')}>
              {words.pdf}
            </FileButton>
            <FileButton make={file('csv')}>{words.csv}</FileButton>
          </div>
          <JumpList
            label={words.jump}
            places={DATA_PEOPLE.map((people) => ({ id: `data-${people}`, name: words.people[people] }))}
          />
          {DATA_PEOPLE.map((people) => (
            <section key={people} className="section" aria-labelledby={`data-${people}`}>
              <h2 id={`data-${people}`}>{words.people[people]}</h2>
              {DATA_GROUPS.filter((group) => group.people === people).map((group) => (
                <Group
                  key={group.id}
                  group={group}
                  now={view.groups.find((one) => one.id === group.id)}
                  today={view.today}
                />
              ))}
            </section>
          ))}
        </>
      )}
    </PrivacyRoom>
  );
}

function Group(props: {
  readonly group: DataGroup;
  readonly now: DataGroupNow | undefined;
  readonly today: PrivacyView['today'];
}) {
  const { group, now } = props;
  const oldest = (now?.rules ?? [])
    .flatMap((rule) => (rule.oldestMayGoOn === null ? [] : [rule.oldestMayGoOn]))
    .sort()[0];
  return (
    <section className="privacy-group" aria-labelledby={`group-${group.id}`}>
      <h3 id={`group-${group.id}`}>
        {group.name} {group.special ? <Tag tone="note">{words.health}</Tag> : null}
      </h3>
      <dl className="privacy-facts">
        <Fact name={words.what} lines={[group.what]} />
        <Fact name={words.why} lines={[group.why]} />
        <Fact name={words.from} lines={[group.from]} />
        <Fact name={words.ground} lines={groundLines(group)} />
        <Fact name={words.told} lines={[toldWords(group)]} />
        <Fact name={words.kept} lines={keptLines(group, now)} />
        <Fact
          name={words.now}
          lines={[
            words.count(now?.count ?? 0),
            ...(oldest === undefined || (now?.count ?? 0) === 0 ? [] : [words.mayGo(oldest)]),
          ]}
        />
      </dl>
    </section>
  );
}

function Fact({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
