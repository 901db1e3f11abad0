import type { FilingFault } from '@shared/api/filing';
import { Link } from 'react-router';
import { Notice } from '../../../components/notice';
import { filingReport as words } from '../../../text/filing';
import { faultWords } from '../../../text/filing-faults';

/** What is not right with a report, each with where it is put right; or that all is well. */
export function FaultList({ faults }: { readonly faults: readonly FilingFault[] }) {
  const of = (severity: FilingFault['severity']) => faults.filter((one) => one.severity === severity);
  const wrong = of('wrong');
  const unlikely = of('unlikely');
  if (faults.length === 0)
    return (
      <Notice tone="done" title={words.fine}>
        <p>{words.fineBody}</p>
      </Notice>
    );
  return (
    <div className="stack">
      {wrong.length === 0 ? null : (
        <Notice tone="wrong" title={words.wrong(wrong.length)}>
          <Faults faults={wrong} />
        </Notice>
      )}
      {unlikely.length === 0 ? null : (
        <Notice tone="attention" title={words.unlikely(unlikely.length)}>
          <Faults faults={unlikely} />
        </Notice>
      )}
    </div>
  );
}

function Faults({ faults }: { readonly faults: readonly FilingFault[] }) {
  return (
    <ul className="filing-faults">
      {faults.map((fault) => {
        const { text, link } = faultWords(fault);
        return (
          <li key={`${fault.code} ${fault.hmrcError ?? ''} ${fault.element} ${fault.workerId ?? ''}`}>
            {text} {link === undefined ? null : <Link to={link.to}>{link.label}</Link>}
          </li>
        );
      })}
    </ul>
  );
}
