import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { Page } from '../../components/page';
import { TextField } from '../../components/text-field';
import { help, searchHelp } from '../../text/help';
import { GlossaryList } from './glossary-list';

/** All help pages and words, found by typing. */
export function HelpPage() {
  const [typed, setTyped] = useState('');
  const state = useQuery(api.organisation.state.queryOptions()).data;
  const atDesk = state !== undefined && state.organisation !== null;
  const { topics, entries } = searchHelp(typed, atDesk);
  const searching = typed.trim() !== '';
  return (
    <Page title={help.title} sub={help.sub}>
      <TextField
        label={help.search}
        hint={help.searchHint}
        type="search"
        width="full"
        value={typed}
        onChange={setTyped}
      />
      <section className="section" aria-labelledby="help-topics">
        <h2 id="help-topics">{help.topics}</h2>
        <p role="status" className="quiet">
          {searching ? help.found(topics.length) : ''}
        </p>
        {topics.length === 0 && entries.length === 0 ? <p>{help.none}</p> : null}
        <ul className="help-list">
          {topics.map((topic) => (
            <li key={topic.id}>
              <Link to={`/help/${topic.id}`}>{topic.title}</Link>
            </li>
          ))}
        </ul>
      </section>
      {entries.length === 0 ? null : (
        <section className="section">
          <h2>{help.entriesFound}</h2>
          <GlossaryList entries={entries} />
        </section>
      )}
      <section className="section">
        <h2>{help.advice}</h2>
        <p>{help.adviceBody}</p>
      </section>
    </Page>
  );
}
