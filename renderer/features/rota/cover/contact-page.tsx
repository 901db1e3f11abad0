import type { CoverContact } from '@shared/api/cover';
import type { IsoDay } from '@shared/dates';
import { Trash2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { HoursField } from '../../../components/hours-field';
import { MoneyField } from '../../../components/money-field';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { contactWords as words } from '../../../text/cover-known';
import { coverRefusals } from '../../../text/cover-reasons';
import { problemsFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import { readContact, typedContact } from './contact-values';
import { useDoing } from './use-cover';
import { useContacts } from './use-known';

/** An agency or a last resort: number, charges, what to know before ringing. */
export function ContactPage() {
  const { contactId } = useParams();
  const contacts = useContacts();
  const today = useToday();
  const contact = contacts?.find((one) => one.id === contactId);
  const back = { backTo: rotaPath.coverContacts, backLabel: words.backToContacts };
  if (contacts === undefined || today === undefined)
    return (
      <Page title={words.newTitle} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (contactId !== undefined && contact === undefined)
    return (
      <Page title={words.title} {...back}>
        <EmptyState title={words.gone}>{words.sub}</EmptyState>
      </Page>
    );
  return (
    <Page title={contact === undefined ? words.newTitle : words.change(contact.name)} {...back}>
      <ContactForm key={contact?.id ?? 'new'} contact={contact} today={today} />
    </Page>
  );
}

const KINDS: readonly CoverContact['kind'][] = ['agency', 'last-resort'];

function ContactForm({
  contact,
  today,
}: {
  readonly contact: (CoverContact & { readonly id: string }) | undefined;
  readonly today: IsoDay;
}) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const { doing, problem, run } = useDoing();
  const initial = typedContact(contact, today);
  const form = useForm({
    initial,
    check: (values: typeof initial) => readContact(values, contact),
    send: async (value) => {
      const answer = await answerOf(client.cover.saveContact({ householdId, contact: value }));
      if (answer.ok) {
        void navigate(rotaPath.coverContacts);
        await written(words.saved(value.name));
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), coverRefusals),
  });
  const remove = async (id: string, name: string) => {
    const done = await run(
      id,
      () => answerOf(client.cover.removeContact({ householdId, id })),
      () => words.removed(name),
    );
    if (done !== undefined) void navigate(rotaPath.coverContacts);
  };
  const older = contact === undefined ? 0 : Math.max(0, contact.charges.length - 2);
  return (
    <>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.save}
            </Button>
            {contact === undefined ? null : (
              <Button
                icon={Trash2}
                pending={doing === contact.id}
                onPress={() => void remove(contact.id, contact.name)}
              >
                {words.remove}
              </Button>
            )}
          </>
        }
      >
        <RadioGroup
          label={words.kind}
          {...form.field('kind')}
          choices={KINDS.map((value) => ({ value, ...words.kinds[value] }))}
        />
        <TextField label={words.name} {...form.field('name')} />
        <TextField label={words.phone} optional type="tel" inputMode="tel" {...form.field('phone')} />
        <TextField label={words.hours} hint={words.hoursHint} optional {...form.field('hours')} />
        <MoneyField label={words.charge} hint={words.chargeHint} optional {...form.field('charge')} />
        <MoneyField label={words.chargeWeekend} optional {...form.field('weekend')} />
        <DateField
          label={words.chargeFrom}
          {...(older === 0 ? {} : { hint: words.chargeOwn(older) })}
          {...form.field('from')}
        />
        <HoursField label={words.minimum} hint={words.minimumHint} optional {...form.field('minimum')} />
        <HoursField label={words.notice} hint={words.noticeHint} optional {...form.field('notice')} />
        <TextArea label={words.trainings} hint={words.trainingsHint} optional {...form.field('trainings')} />
        <TextField label={words.note} hint={words.noteHint} optional width="full" {...form.field('note')} />
      </Form>
    </>
  );
}
