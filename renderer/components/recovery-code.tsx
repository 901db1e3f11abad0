import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { common } from '../text/common';
import { recovery } from '../text/workspace';
import { Button } from './button';
import { announce } from './live-region';
import { Notice } from './notice';

/** A recovery code, large and in groups, to be saved or printed. `onSave` answers a sentence when it was refused. */
export function RecoveryCode(props: {
  readonly code: string;
  readonly onSave: () => Promise<string | undefined>;
}) {
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<{ tone: 'done' | 'wrong'; text: string } | undefined>();
  const save = async () => {
    if (pending) return;
    setPending(true);
    try {
      const problem = await props.onSave();
      setSaid(
        problem === undefined ? { tone: 'done', text: recovery.saved } : { tone: 'wrong', text: problem },
      );
      announce(problem ?? recovery.saved);
    } catch {
      setSaid({ tone: 'wrong', text: common.unexpected });
    } finally {
      setPending(false);
    }
  };
  const groups = props.code.split('-');
  return (
    <>
      <section aria-label={recovery.codeLabel}>
        <p className="recovery-code">
          {groups.map((group, index) => (
            <span key={index}>
              {group}
              {index < groups.length - 1 ? <span className="visually-hidden">-</span> : null}
            </span>
          ))}
        </p>
      </section>
      <div className="row no-print">
        <Button icon={FileDown} pending={pending} onPress={() => void save()}>
          {recovery.save}
        </Button>
        <Button icon={Printer} onPress={() => window.print()}>
          {recovery.print}
        </Button>
      </div>
      {said === undefined ? null : <Notice tone={said.tone} title={said.text} spoken />}
      <p className="recovery-where">{recovery.where}</p>
    </>
  );
}
