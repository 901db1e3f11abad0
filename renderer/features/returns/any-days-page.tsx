import type { HouseholdRecord } from '@shared/api/household';
import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { DateField } from '../../components/date-field';
import { NO_DATE } from '../../components/date-text';
import { Form } from '../../components/form';
import { Page } from '../../components/page';
import { RadioGroup } from '../../components/radio-group';
import { readDate } from '../../components/read-fields';
import { type Checked, useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { anyDays as words } from '../../text/return-pages';
import { returns } from '../../text/returns';
import { type ReturnKey, returnPath } from './use-returns';

type Values = { readonly agreementId: string; readonly from: typeof NO_DATE; readonly to: typeof NO_DATE };

function checked(values: Values): Checked<Values, ReturnKey> {
  const from = readDate(values.from, words.from);
  const to = readDate(values.to, words.to);
  const problems = {
    ...(values.agreementId === '' ? { agreementId: words.agreementMissing } : {}),
    ...(from.ok ? {} : { from: words.fromMissing }),
    ...(to.ok ? (from.ok && to.value < from.value ? { to: words.order } : {}) : { to: words.toMissing }),
  };
  if (Object.keys(problems).length > 0 || !from.ok || !to.ok) return { ok: false, problems };
  const days: { readonly from: IsoDay; readonly to: IsoDay } = { from: from.value, to: to.value };
  return { ok: true, value: { agreementId: values.agreementId, ...days } };
}

/** A return for days of somebody’s choice. */
export function AnyDaysPage() {
  const householdId = useHouseholdId();
  const record = useQuery({
    ...api.household.get.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns" backLabel={words.back}>
      {record === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : record.agreements.length === 0 ? (
        <p>{returns.noneBody}</p>
      ) : (
        <Choose agreements={record.agreements} />
      )}
    </Page>
  );
}

function Choose({ agreements }: { readonly agreements: HouseholdRecord['agreements'] }) {
  const navigate = useNavigate();
  const form = useForm<Values, ReturnKey>({
    initial: {
      agreementId: agreements.length === 1 ? (agreements[0]?.id ?? '') : '',
      from: NO_DATE,
      to: NO_DATE,
    },
    check: checked,
    send: async (key) => {
      void navigate(returnPath(key));
      return { ok: true };
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.go}
        </Button>
      }
    >
      {agreements.length === 1 ? null : (
        <RadioGroup
          label={words.agreement}
          choices={agreements.map((one) => ({ value: one.id ?? '', label: one.funderName }))}
          {...form.field('agreementId')}
        />
      )}
      <DateField label={words.from} {...form.field('from')} />
      <DateField label={words.to} {...form.field('to')} />
    </Form>
  );
}
