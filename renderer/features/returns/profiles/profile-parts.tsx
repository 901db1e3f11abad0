import { formatPounds, pence } from '@shared/money';
import type { ReturnProfile } from '@shared/returns/profile';
import { Table } from '../../../components/table';
import { accountName } from '../../../text/money';
import { lengthWords, periodRuleWords } from '../../../text/periods';
import {
  deliveryWays,
  documentKinds,
  evidenceKinds,
  fieldSources,
  keptWords,
  recordKinds,
  signerNames,
  sourceWords,
} from '../../../text/profile-words';
import { oneProfile as words } from '../../../text/profiles';

type Row = { readonly what: string; readonly says: string; readonly source: string };

function Rows(props: {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly what?: string;
  readonly says?: string;
}) {
  return (
    <Table
      caption={props.caption}
      hideCaption
      rows={props.rows}
      rowKey={(row) => `${row.what} ${row.says} ${row.source}`}
      tools={false}
      least={40}
      columns={[
        { id: 'what', heading: props.what ?? words.thing, isName: true, cell: (row) => row.what },
        { id: 'says', heading: props.says ?? words.says, cell: (row) => row.says },
        {
          id: 'source',
          heading: words.source,
          cell: (row) => (
            <span className="quiet small profile-source">
              {row.source === '' ? words.noSource : sourceWords(row.source)}
            </span>
          ),
        },
      ]}
    />
  );
}

/** Every part of a profile in tables, each line with its source. */
export function ProfileParts(props: {
  readonly profile: ReturnProfile;
  readonly planCategories: readonly { readonly code: string; readonly name: string }[];
}) {
  const { profile } = props;
  return (
    <>
      <Part id="days">
        <Rows caption={words.captions.days} rows={dayRows(profile)} />
      </Part>
      <Part id="fields">
        {profile.sections.map((section) => (
          <div key={section.id} className="profile-section">
            <h3>{section.title}</h3>
            <Rows
              caption={words.captions.fields(section.title)}
              what={words.field}
              says={words.filled}
              rows={profile.fields
                .filter((field) => field.section === section.id)
                .map(({ label, from, needed, source }) => ({
                  what: label,
                  says: needed ? fieldSources[from] : `${fieldSources[from]}. ${words.fieldOptional}.`,
                  source,
                }))}
            />
          </div>
        ))}
      </Part>
      <Part id="categories">
        <Rows
          caption={words.captions.categories}
          what={words.heading}
          says={words.holds}
          rows={profile.categories.map(({ label, side, accounts, planCategories, source }) => ({
            what: `${label} (${side === 'in' ? words.in : words.out})`,
            says: [
              ...new Set([
                ...accounts.map(accountName),
                ...planCategories.flatMap(
                  (code) => props.planCategories.find((one) => one.code === code)?.name ?? [],
                ),
              ]),
            ].join(', '),
            source,
          }))}
        />
      </Part>
      <Part id="evidence">
        <Rows
          caption={words.captions.evidence}
          what={words.proof}
          says={words.when}
          rows={profile.evidence.map((rule) => ({
            what: rule.label,
            says: proofWords(rule),
            source: rule.source,
          }))}
        />
      </Part>
      <Part id="surplus">
        {profile.surplus === undefined ? (
          <p>{words.noSurplus}</p>
        ) : (
          <Rows caption={words.captions.surplus} rows={surplusRows(profile.surplus)} />
        )}
      </Part>
      <Part id="sign">
        <Rows caption={words.captions.sign} rows={signRows(profile)} />
      </Part>
      <Part id="retention">
        {profile.retention.length === 0 ? (
          <p>{words.noRetention}</p>
        ) : (
          <Rows
            caption={words.captions.retention}
            rows={profile.retention.map((rule) => ({
              what: recordKinds[rule.records],
              says: keptWords(rule),
              source: rule.source,
            }))}
          />
        )}
      </Part>
      {profile.notes.length === 0 ? null : (
        <Part id="notes">
          <ul>
            {profile.notes.map(({ text, source }) => (
              <li key={text}>
                {text}{' '}
                <span className="quiet small profile-source">
                  {source === '' ? words.noSource : sourceWords(source)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Part(props: { readonly id: keyof typeof words.parts; readonly children: React.ReactNode }) {
  return (
    <section className="section" aria-labelledby={`part-${props.id}`}>
      <h2 id={`part-${props.id}`}>{words.parts[props.id]}</h2>
      {props.children}
    </section>
  );
}

function dayRows({ period, periodSource, due, dueSource, review, tiers }: ReturnProfile): Row[] {
  return [
    { what: words.period, says: periodRuleWords(period), source: periodSource },
    {
      what: words.due,
      says: words.dueWords(due.after, due.after === 'told' ? 0 : due.days),
      source: dueSource,
    },
    ...(review === undefined
      ? []
      : [
          {
            what: words.review,
            says: words.reviewWords(lengthWords(review.first), review.thenMonths),
            source: review.source,
          },
        ]),
    ...tiers.map((tier) => ({
      what: words.tier(tier.name),
      says: [
        tier.sends ? words.tierSends : words.tierKeeps,
        ...(tier.period === undefined ? [] : [periodRuleWords(tier.period)]),
      ].join('. '),
      source: tier.source,
    })),
  ];
}

/** For what a proof is wanted. */
export function proofWords(rule: ReturnProfile['evidence'][number]): string {
  switch (rule.kind) {
    case 'statements':
      return words.statements;
    case 'document': {
      const older = rule.notOlderThanMonths === undefined ? '' : words.noOlder(rule.notOlderThanMonths);
      const name = documentKinds[rule.document] ?? rule.document;
      return `${name}. ${words.documentCover[rule.mustCover]}${older}`;
    }
    case 'line': {
      const wanted = rule.wanted.map((kind) => evidenceKinds[kind]).join(' / ');
      const over = rule.overPence === 0 ? '' : formatPounds(pence(rule.overPence));
      return `${wanted}. ${words.lines(rule.accounts.map(accountName).join(', '), over)}`;
    }
  }
}

function surplusRows(rule: NonNullable<ReturnProfile['surplus']>): Row[] {
  const { source, lessLiabilities, lessEarmarks } = rule;
  const less = lessLiabilities
    ? lessEarmarks
      ? words.lessBoth
      : words.lessOwed
    : lessEarmarks
      ? words.lessAside
      : words.lessNothing;
  return [
    { what: words.keepRow, says: words.keep(rule.keepWeeks), source },
    ...(rule.floorWeeks === undefined
      ? []
      : [{ what: words.floorRow, says: words.floor(rule.floorWeeks), source }]),
    { what: words.basisRow, says: words.basis[rule.basis], source },
    { what: words.testedRow, says: words.tested[rule.testedAt], source },
    { what: words.lessRow, says: less, source },
    ...(rule.payBackWithinDays === undefined
      ? []
      : [{ what: words.backRow, says: words.days(rule.payBackWithinDays), source }]),
  ];
}

function signRows({
  declaration,
  declarationSource,
  signers,
  delivery,
  deliverySource,
}: ReturnProfile): Row[] {
  const signedBy = signers.map((one) => signerNames[one]).join(', ');
  return [
    {
      what: words.declaration,
      says: declaration ?? words.notStated,
      source: declaration === undefined ? words.none : (declarationSource ?? ''),
    },
    {
      what: words.signers,
      says: signedBy === '' ? words.notStated : signedBy,
      source: signedBy === '' ? words.none : (declarationSource ?? ''),
    },
    {
      what: words.delivery,
      says: delivery.length === 0 ? words.notStated : delivery.map((one) => deliveryWays[one]).join(', '),
      source: deliverySource,
    },
  ];
}
