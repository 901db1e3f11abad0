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
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { familyRefusals, papers, leaveForm as words } from '../../../text/family';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { LeaveForm } from './leave-form';
import { LeaveResult } from './leave-result';
import { PaperButton, PapersMade } from './papers';
import { familyPath, useFamily, useWritten } from './use-family';

/** One time off for a child: what it brings, its papers, and what can be done with it. */
export function LeavePage() {
  const { workerId = '', leaveId = '' } = useParams();
  const view = useFamily(workerId);
  const home = familyPath(workerId);
  const leave = view?.leaves.find((one) => one.id === leaveId);
  const back = { backTo: home, backLabel: view === undefined ? common.back : words.back(view.shortName) };
  if (view === undefined || leave === undefined)
    return (
      <Page title={words.newTitle(view?.shortName ?? '')} {...back}>
        {view === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
        )}
      </Page>
    );
  return (
    <Page title={words.savedTitle(leave.leave.kind, view.shortName)} {...back}>
      <LeaveResult view={leave} name={view.shortName} level="h2" />
      <div className="actions">
        <LinkButton to={familyPath(workerId, `/${leaveId}/change`)}>{words.change}</LinkButton>
      </div>
      <Saved leave={leave} view={view} home={home} />
    </Page>
  );
}

/** A new time off for a child, or a saved one to change: a form, with what it brings before it is saved. */
export function LeaveFormPage() {
  const { workerId = '', leaveId } = useParams();
  const view = useFamily(workerId);
  const leave = view?.leaves.find((one) => one.id === leaveId);
  const isGone = leaveId !== undefined && leave === undefined;
  return (
    <Page
      title={
        leave === undefined
          ? words.newTitle(view?.shortName ?? '')
          : words.changeTitle(leave.leave.kind, view?.shortName ?? '')
      }
      backTo={familyPath(workerId, leave === undefined ? '' : `/${leaveId}`)}
      backLabel={view === undefined ? common.back : words.back(view.shortName)}
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : isGone ? (
        <EmptyState title={words.gone}>{words.goneBody}</EmptyState>
      ) : (
        <LeaveForm key={leaveId ?? 'new'} view={view} leave={leave} />
      )}
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
      <p className="family-sum">{words.endBody}</p>
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
