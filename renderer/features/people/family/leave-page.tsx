import type { FamilyLeaveView, FamilyView } from '@shared/api/family';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { familyKinds, familyRefusals, papers, leaveForm as words } from '../../../text/family';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { LeaveForm } from './leave-form';
import { PaperButton, PapersMade } from './papers';
import { familyPath, useFamily, useWritten } from './use-family';

/** One time off for a child: what is noted, what it brings, its papers; or a new one. */
export function LeavePage() {
  const { workerId = '', leaveId } = useParams();
  const view = useFamily(workerId);
  const home = familyPath(workerId);
  if (view === undefined)
    return (
      <Page title={words.newTitle('')} backTo={home} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const leave = view.leaves.find((one) => one.id === leaveId);
  const back = { backTo: home, backLabel: words.back(view.shortName) };
  if (leaveId !== undefined && leave === undefined)
    return (
      <Page title={words.newTitle(view.shortName)} {...back}>
        <EmptyState title={words.gone} />
      </Page>
    );
  return (
    <Page
      title={
        leave === undefined
          ? words.newTitle(view.shortName)
          : `${familyKinds[leave.leave.kind].label}: ${view.shortName}`
      }
      {...back}
    >
      <LeaveForm key={leaveId ?? 'new'} view={view} leave={leave} />
      {leave === undefined ? null : <Saved leave={leave} view={view} home={home} />}
    </Page>
  );
}

/** What can be done with a leave that is saved: papers, coming back early, removing it. */
function Saved(props: { readonly leave: FamilyLeaveView; readonly view: FamilyView; readonly home: string }) {
  const { leave, view, home } = props;
  const id = leave.id ?? '';
  const { kind } = leave.leave;
  return (
    <>
      {leave.outcome === 'not-known' ? null : (
        <section className="pa-section">
          <h2>{papers.title}</h2>
          <p>{leave.outcome === 'due' ? papers.confirmBody : papers.refusalBody[kind]}</p>
          <div className="actions">
            {leave.outcome === 'due' ? (
              <PaperButton kind="confirm" about={id} label={papers.confirm} />
            ) : (
              <PaperButton kind="refusal" about={id} label={papers.refusal(kind)} />
            )}
          </div>
          <PapersMade letters={view.letters.filter((one) => one.about === id)} />
        </section>
      )}
      <EndEarly key={leave.endedOn} leave={leave} />
      <Remove id={id} home={home} />
    </>
  );
}

function EndEarly({ leave }: { readonly leave: FamilyLeaveView }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const id = leave.id ?? '';
  const form = useForm({
    initial: { endedOn: dateText(leave.endedOn) },
    check: (values) => checkFields({ endedOn: readDate(values.endedOn, words.endedOn) }),
    send: async ({ endedOn }) => {
      const answer = await answerOf(client.family.end({ householdId, id, endedOn }));
      if (answer.ok) await written();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['endedOn'], familyRefusals),
  });
  const takeBack = async () => {
    const answer = await answerOf(client.family.end({ householdId, id, endedOn: null }));
    if (answer.ok) await written();
    else showToast(sentenceFor(answer, familyRefusals));
  };
  return (
    <section className="pa-section">
      <h2>{words.endTitle}</h2>
      <p>{words.endBody}</p>
      <Form
        form={form}
        actions={
          <>
            <Button type="submit" pending={form.pending}>
              {words.endSave}
            </Button>
            {leave.endedOn === null ? null : (
              <Button kind="quiet" onPress={() => void takeBack()}>
                {words.endTakeBack}
              </Button>
            )}
          </>
        }
      >
        <DateField label={words.endedOn} {...form.field('endedOn')} />
      </Form>
    </section>
  );
}

function Remove({ id, home }: { readonly id: string; readonly home: string }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    setAsking(false);
    const answer = await answerOf(client.family.remove({ householdId, id }));
    if (answer.ok) await written(home);
    else showToast(sentenceFor(answer, familyRefusals));
  };
  return (
    <div className="pa-section">
      <Button icon={Trash2} onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      <AlertDialog
        open={asking}
        title={words.removeTitle}
        doLabel={words.remove}
        keepLabel={words.keep}
        onDo={() => void remove()}
        onClose={() => setAsking(false)}
      >
        <p>{words.removeBody}</p>
      </AlertDialog>
    </div>
  );
}
