import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { batch as words } from '../../../text/desk/batches';
import type { Doing } from './use-batch';

/** What stood in the way of what was asked for last. */
export function BatchProblem({ doing }: { readonly doing: Doing }) {
  const { problem, turn } = doing;
  if (problem === undefined) return null;
  return (
    <Notice
      key={turn}
      tone="wrong"
      spoken
      title={problem.text}
      action={
        problem.code === 'pay.say-who-works' ? <LinkButton to="/desk/who">{words.who}</LinkButton> : undefined
      }
    />
  );
}
