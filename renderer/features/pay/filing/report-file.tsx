import type { FileOut } from '@shared/api/common';
import type { FilingFault } from '@shared/api/filing';
import { Notice } from '../../../components/notice';
import { whyNoFileText, filingReport as words } from '../../../text/filing';
import { SaveFileButton } from '../save-file-button';

/** The file of a report: what it is and is not, and the button that saves it. Nothing is sent. */
export function ReportFile(props: {
  readonly whyNoFile: string | null;
  /** Set where there is nothing to make a file of. */
  readonly nothing?: string | undefined;
  readonly faults: readonly FilingFault[];
  readonly label: string;
  readonly make: () => Promise<FileOut>;
}) {
  const { whyNoFile, faults } = props;
  const wrong = faults.filter((one) => one.severity === 'wrong').length;
  return (
    <section className="section" aria-labelledby="file">
      <h2 id="file">{words.file}</h2>
      {whyNoFile !== null ? (
        <p>{whyNoFileText(whyNoFile)}</p>
      ) : props.nothing !== undefined ? (
        <p>{props.nothing}</p>
      ) : wrong > 0 ? (
        <p>{words.firstMend}</p>
      ) : (
        <>
          <Notice title={words.fileNotTitle}>
            <p>{words.fileNot}</p>
            <p>{words.fileTools}</p>
          </Notice>
          <p>{words.fileIs}</p>
          <p>{words.fileNoPassword}</p>
          <div className="pay-buttons">
            <SaveFileButton make={props.make}>{props.label}</SaveFileButton>
          </div>
        </>
      )}
    </section>
  );
}
