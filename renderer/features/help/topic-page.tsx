import { useParams } from 'react-router';
import { Page } from '../../components/page';
import { glossary, help, helpTopics } from '../../text/help';
import { GlossaryList } from './glossary-list';

/** One help page. */
export function TopicPage() {
  const { topicId } = useParams();
  const topic = helpTopics.find((one) => one.id === topicId);
  if (topic === undefined)
    return (
      <Page title={help.notFound} backTo="/help" backLabel={help.back}>
        <p>{help.none}</p>
      </Page>
    );
  return (
    <Page title={topic.title} backTo="/help" backLabel={help.back}>
      {topic.id === 'glossary' ? <GlossaryList entries={glossary} /> : null}
      {topic.sections.map((section) => (
        <section className="help-section" key={section.heading}>
          <h2>{section.heading}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.steps === undefined ? null : (
            <ol>
              {section.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </Page>
  );
}
