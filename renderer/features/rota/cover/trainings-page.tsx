import type { TrainingNeeded } from '@shared/api/cover';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { fine } from '../../../components/read-more';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { contactWords, trainingWordsPage as words } from '../../../text/cover-known';
import { rotaPath } from '../paths';
import { ListPart } from './person-page';
import { useDoing } from './use-cover';
import { useTrainings } from './use-known';

/** What whoever supports this person has to be trained in. */
export function TrainingsPage() {
  const householdId = useHouseholdId();
  const trainings = useTrainings();
  const { problem, run } = useDoing();
  const save = async (next: readonly TrainingNeeded[]): Promise<boolean> => {
    const done = await run(
      'save',
      () => answerOf(client.cover.saveTrainings({ householdId, trainings: [...next] })),
      () => words.saved,
    );
    return done !== undefined;
  };
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.gaps} backLabel={contactWords.back}>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {trainings === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <ListPart
          id="cover-trainings-needed"
          heading={words.list}
          none={words.noneBody}
          add={words.add}
          lines={trainings.map((one) => words.line(one.name, one.essential))}
          onRemove={(at) => save(trainings.filter((_, index) => index !== at))}
          form={(onDone) => (
            <AddTraining onAdd={(one) => save([...trainings, { id: null, ...one }])} onDone={onDone} />
          )}
        />
      )}
    </Page>
  );
}

type Values = { readonly name: string; readonly essential: boolean };

function AddTraining(props: {
  readonly onAdd: (one: Values) => Promise<boolean>;
  readonly onDone: () => void;
}) {
  const form = useForm({
    initial: { name: '', essential: true },
    check: (values: Values) =>
      checkFields({ name: readText(values.name, words.nameNeeded), essential: fine(values.essential) }),
    send: async (value) => {
      if (await props.onAdd(value)) props.onDone();
      return undefined;
    },
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.add}
          </Button>
          <Button onPress={props.onDone}>{common.cancel}</Button>
        </>
      }
    >
      <TextField label={words.name} {...form.field('name')} />
      <Checkbox label={words.essential} note={words.essentialNote} {...form.field('essential')} />
    </Form>
  );
}
