import type { glossary } from '../../text/help';

/** Words with their meaning. */
export function GlossaryList({ entries }: { readonly entries: typeof glossary }) {
  return (
    <dl className="glossary">
      {entries.map((entry) => (
        <div key={entry.term}>
          <dt>{entry.term}</dt>
          <dd>{entry.meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
