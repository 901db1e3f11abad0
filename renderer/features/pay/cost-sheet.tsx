import type { PayLine } from '@shared/api/pay';
import { client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Menu } from '../../components/menu';
import { payPapers as words } from '../../text/pay-papers';
import { SaveFileButton } from './save-file-button';
import { useSaveFile } from './use-save-file';

/** What the run cost the employer, on a sheet that is no part of a payslip: of the run, and of one PA. */
export function CostSheet(props: { readonly lines: readonly PayLine[]; readonly runId: string }) {
  const { lines, runId } = props;
  const householdId = useHouseholdId();
  const { save } = useSaveFile();
  return (
    <section className="section" aria-labelledby="cost">
      <h2 id="cost">{words.cost}</h2>
      <p>{words.costBody}</p>
      <div className="pay-buttons">
        <SaveFileButton make={() => client.pay.costSheetPdf({ householdId, runId })}>
          {words.costSave}
        </SaveFileButton>
        {lines.length < 2 ? null : (
          <Menu
            label={words.costOfOne}
            choices={lines.flatMap(({ payslipId, name }) =>
              payslipId === null
                ? []
                : [
                    {
                      id: payslipId,
                      label: name,
                      onPress: () =>
                        void save(() => client.pay.costSheetPdf({ householdId, runId, payslipId })),
                    },
                  ],
            )}
          />
        )}
      </div>
    </section>
  );
}
