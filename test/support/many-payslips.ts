import { payslipPdf } from '../../electron/files/documents/payslip-pdf';
import { weeklyPayslip } from '../unit/documents/samples';

/**
 * Makes payslips one after the other, each as an answer of its own, and gives the most memory (MB) the process held.
 * Whoever asks for a payslip waits for it, so other work of the process comes in between.
 */
export async function makePayslips(count: number): Promise<number> {
  let most = 0;
  for (let index = 0; index < count; index += 1) {
    const bytes = payslipPdf({ ...weeklyPayslip, payrollNumber: String(index) });
    if (bytes.length === 0) throw new Error('An empty payslip');
    most = Math.max(most, process.memoryUsage.rss());
    await new Promise((resolve) => setImmediate(resolve));
  }
  return most / 1024 / 1024;
}
