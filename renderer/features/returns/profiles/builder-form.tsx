import type { ProfileView } from '@shared/api/profiles';
import type { ReturnProfile } from '@shared/returns/profile';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../../components/button';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { TextArea } from '../../../components/text-area';
import { type Checked, type Form as FormState, type Problems, useForm } from '../../../components/use-form';
import { builder as words } from '../../../text/profile-builder';
import { problemsFor } from '../../../text/refusals';
import { profilePath, useKeep } from './use-profiles';

/** What a form of one part of a profile is given. */
export type PartProps = { readonly view: ProfileView };
/** The same for one item of a list: no index for a new one. */
export type ItemProps = PartProps & { readonly index: number | undefined };

/** A form of one part: reads what was typed into a changed profile, keeps that, and goes back. */
export function usePart<Values extends object>(
  view: ProfileView,
  options: {
    readonly initial: Values;
    readonly read: (values: Values) => Checked<Values, ReturnProfile>;
    /** The part to go back to; the list of all parts without it. */
    readonly back?: string;
  },
): FormState<Values> {
  const keep = useKeep(view);
  const navigate = useNavigate();
  const path = `${profilePath(view.key)}/change`;
  return useForm<Values, ReturnProfile>({
    initial: options.initial,
    check: options.read,
    send: async (profile) => {
      const answer = await keep(profile);
      if (answer.ok) {
        announce(words.saved);
        void navigate(options.back === undefined ? path : `${path}/${options.back}`);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(options.initial)) as Problems<Values>,
  });
}

/** The form of a part with its button. */
export function PartForm<Values extends object>(props: {
  readonly form: FormState<Values>;
  readonly children: ReactNode;
}) {
  return (
    <Form
      form={props.form}
      actions={
        <Button kind="primary" type="submit" pending={props.form.pending}>
          {words.save}
        </Button>
      }
    >
      {props.children}
    </Form>
  );
}

/** Where something was seen. */
export function SourceField(props: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly fieldId: string;
  readonly error: string | undefined;
  /** What it is about, where a page asks more than once. */
  readonly of?: string;
}) {
  const { of, ...field } = props;
  return (
    <TextArea
      label={of === undefined ? words.source : words.sourceOf(of)}
      hint={words.sourceHint}
      rows={2}
      {...field}
    />
  );
}
