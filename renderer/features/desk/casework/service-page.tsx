import type { ServiceAgreement, ServiceInput } from '@shared/api/casework';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../../components/read-more';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { card, levels, service as words } from '../../../text/desk/casework';
import { problemsFor } from '../../../text/refusals';
import { type Case, CasePage, nameOf, useDoing, useWritten } from './use-casework';

type Level = ServiceInput['level'];
const LEVELS: readonly Level[] = ['payroll', 'payroll-and-return', 'managed-account'];

/** What the organisation may do from a day, to add or to change. */
export function ServicePage() {
  const { serviceId } = useParams();
  return (
    <CasePage
      title={() => (serviceId === 'new' ? words.addTitle : words.changeTitle)}
      sub={(found) => words.sub(nameOf(found))}
      toCard
    >
      {(found) => {
        const existing = found.card.services.find((one) => one.id === serviceId);
        return existing === undefined && serviceId !== 'new' ? (
          <p>{words.gone}</p>
        ) : (
          <ServiceForm {...found} existing={existing} />
        );
      }}
    </CasePage>
  );
}

function ServiceForm(props: Case & { readonly existing: ServiceAgreement | undefined }) {
  const { householdId, card: household, existing } = props;
  const written = useWritten();
  const doing = useDoing();
  const navigate = useNavigate();
  const home = `/desk/households/${householdId}`;
  const initial: {
    level: Level | '';
    startsOn: ReturnType<typeof dateText>;
    endsOn: ReturnType<typeof dateText>;
    signedOn: ReturnType<typeof dateText>;
    paperFilingToldOn: ReturnType<typeof dateText>;
    note: string;
    file: readonly File[];
  } = {
    level: existing?.level ?? '',
    startsOn: dateText(existing?.startsOn),
    endsOn: dateText(existing?.endsOn),
    signedOn: dateText(existing?.signedOn),
    paperFilingToldOn: dateText(existing?.paperFilingToldOn),
    note: existing?.note ?? '',
    file: [],
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        level: readChoice(values.level, words.levelEmpty),
        startsOn: readDate(values.startsOn, words.startsOn),
        endsOn: readOptionalDate(values.endsOn, words.endsOn),
        signedOn: readOptionalDate(values.signedOn, words.signedOn),
        paperFilingToldOn: readOptionalDate(values.paperFilingToldOn, words.told),
        note: fine(values.note),
        file: fine(values.file[0]),
      }),
    send: async ({ file, ...read }) => {
      const answer = await answerOf(
        client.casework.saveService({
          householdId,
          service: { ...read, id: existing?.id ?? null },
          file: file === undefined ? null : await fileToSend(file),
        }),
      );
      if (answer.ok) {
        await written(words.saved);
        void navigate(home);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const remove = async (id: string) => {
    if (await doing(() => client.casework.removeService({ householdId, id }), words.saved))
      void navigate(home);
  };
  const kept = existing?.fileName ?? '';
  const asksPaper = household.filingRoute === 'paper' || existing?.paperFilingToldOn != null;
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {existing === undefined ? null : (
            <Button kind="quiet" onPress={() => void remove(existing.id)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <RadioGroup<Level>
        label={words.level}
        {...form.field('level')}
        choices={LEVELS.map((value) => ({ value, label: levels[value][0], note: levels[value][1] }))}
      />
      <DateField
        label={words.startsOn}
        {...(existing === undefined && household.services.length > 0 ? { hint: words.startsOnHint } : {})}
        {...form.field('startsOn')}
      />
      <DateField label={words.endsOn} hint={words.endsOnHint} optional {...form.field('endsOn')} />
      <DateField label={words.signedOn} hint={words.signedOnHint} optional {...form.field('signedOn')} />
      <FileField
        label={words.file}
        hint={kept === '' ? words.fileHint : words.fileKept(kept)}
        accept={['image/jpeg', 'image/png', 'application/pdf']}
        largest={25_000_000}
        optional
        fieldId={form.field('file').fieldId}
        files={form.values.file}
        onChange={(file) => form.set('file', file)}
        error={form.field('file').error}
      />
      {asksPaper ? (
        <>
          <Notice tone="attention" title={card.paperNotTold.title}>
            <p>{card.paperNotTold.body}</p>
            <p className="quiet small">{card.paperNotTold.source}</p>
          </Notice>
          <DateField label={words.told} hint={words.toldHint} optional {...form.field('paperFilingToldOn')} />
        </>
      ) : null}
      <TextField label={words.note} width="full" optional {...form.field('note')} />
    </Form>
  );
}
