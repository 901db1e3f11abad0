import type { OrganisationView } from '@shared/api/organisation';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { NO_ORGANISATION_DETAILS } from '../../../api/organisation-details';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { fine } from '../../../components/read-more';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { organisation as words } from '../../../text/desk/organisation';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { settings } from '../../../text/settings';
import { StaffSection } from './staff-section';
import './organisation.css';

/** A sort code as it is read: 30-90-12. */
const withDashes = (sortCode: string): string => sortCode.replace(/^(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3');

/** Who the organisation is and how it works; the first time, what a desk is and the way to one. */
export function OrganisationPage() {
  const view = useQuery({ ...api.organisation.view.queryOptions(), throwOnError: true }).data;
  const isOn = view?.on === true;
  return (
    <Page
      title={isOn ? words.title : words.newTitle}
      sub={isOn ? words.sub : words.newSub}
      backTo={isOn ? '/desk' : '/settings'}
      backLabel={isOn ? words.who.back : settings.back}
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {isOn ? <StaffSection staff={view.staff} me={view.me} /> : <WhatChanges />}
          <DetailsForm view={view} />
          {isOn ? <TurnOff households={view.households} /> : null}
        </>
      )}
    </Page>
  );
}

function WhatChanges() {
  return (
    <section className="section" aria-labelledby="desk-what">
      <h2 id="desk-what">{words.what.title}</h2>
      <ul>
        {words.what.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>{words.what.off}</p>
    </section>
  );
}

function DetailsForm({ view }: { readonly view: OrganisationView }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const kept = view.details ?? NO_ORGANISATION_DETAILS;
  const initial = { ...kept, sortCode: withDashes(kept.sortCode) };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        name: readText(values.name, words.nameEmpty),
        addressLine1: fine(values.addressLine1),
        addressLine2: fine(values.addressLine2),
        town: fine(values.town),
        postcode: fine(values.postcode),
        phone: fine(values.phone),
        email: fine(values.email),
        secondCheck: fine(values.secondCheck),
        bankNameOnAccount: fine(values.bankNameOnAccount),
        sortCode: fine(values.sortCode),
        accountNumber: fine(values.accountNumber),
        vatNumber: fine(values.vatNumber),
        invoiceNote: fine(values.invoiceNote),
      }),
    send: async (details) => {
      const answer = await answerOf(client.organisation.save(details));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      if (!view.on && view.staff.length === 0) void navigate('/desk/organisation/staff/new');
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <section className="section organisation-form" aria-label={words.details}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {view.on ? words.save : words.turnOn}
          </Button>
        }
      >
        <h2>{words.details}</h2>
        <TextField label={words.name} width="full" autoComplete="organization" {...form.field('name')} />
        <TextField label={words.addressLine1} width="full" optional {...form.field('addressLine1')} />
        <TextField label={words.addressLine2} width="full" optional {...form.field('addressLine2')} />
        <TextField label={words.town} width="20" optional {...form.field('town')} />
        <TextField label={words.postcode} width="8" optional {...form.field('postcode')} />
        <TextField label={words.phone} type="tel" width="20" optional {...form.field('phone')} />
        <TextField label={words.email} type="email" width="full" optional {...form.field('email')} />
        <h2>{words.checking}</h2>
        <Checkbox label={words.secondCheck} note={words.secondCheckNote} {...form.field('secondCheck')} />
        <h2>{words.fees}</h2>
        <p className="quiet">{words.feesHint}</p>
        <TextField label={words.bankName} width="full" optional {...form.field('bankNameOnAccount')} />
        <TextField
          label={words.sortCode}
          hint={words.sortCodeHint}
          width="8"
          inputMode="numeric"
          optional
          {...form.field('sortCode')}
        />
        <TextField
          label={words.accountNumber}
          hint={words.accountNumberHint}
          width="12"
          inputMode="numeric"
          optional
          {...form.field('accountNumber')}
        />
        <TextField
          label={words.vatNumber}
          hint={words.vatNumberHint}
          width="12"
          optional
          {...form.field('vatNumber')}
        />
        <TextArea label={words.invoiceNote} rows={3} optional {...form.field('invoiceNote')} />
      </Form>
    </section>
  );
}

/** The way back to how it is without a desk. */
function TurnOff({ households }: { readonly households: number }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState(false);
  const [pending, setPending] = useState(false);
  const turnOff = async () => {
    setPending(true);
    const answer = await answerOf(client.organisation.turnOff());
    setPending(false);
    setAsks(false);
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    await queryClient.invalidateQueries();
    showToast(words.off.done);
    void navigate('/settings');
  };
  return (
    <section className="section stack" aria-labelledby="desk-off">
      <h2 id="desk-off">{words.off.title}</h2>
      <p>{words.off.body}</p>
      <div className="button-row">
        <Button onPress={() => setAsks(true)}>{words.off.go}</Button>
      </div>
      <AlertDialog
        open={asks}
        title={words.off.ask}
        doLabel={words.off.go}
        keepLabel={words.off.keep}
        pending={pending}
        onDo={() => void turnOff()}
        onClose={() => setAsks(false)}
      >
        <p>{words.off.body}</p>
        <p>{words.off.stays(households)}</p>
      </AlertDialog>
    </section>
  );
}
