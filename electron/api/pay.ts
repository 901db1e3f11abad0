import type { ServiceContext } from '../services/context';
import { paperQuarterFile } from '../services/filing-paper';
import { correctPayslip } from '../services/pay-correct';
import { previewCorrection } from '../services/pay-correct-preview';
import { costSheetFile } from '../services/pay-cost-sheet';
import { changePayDay, payDayOutcome } from '../services/pay-day';
import { hmrcRecordFile, paymentSheetFile, payslipFile, payslipsFile } from '../services/pay-documents';
import { finishedRun } from '../services/pay-finished';
import { hmrcView } from '../services/pay-hmrc';
import { addHours, lateShift, noteLate, paidDay, removeLate } from '../services/pay-late-change';
import { previewAddedHours, previewLate } from '../services/pay-late-preview';
import { addPayLine, draftPayLines, removePayLine } from '../services/pay-lines';
import { payments, tickPayment } from '../services/pay-payments';
import { pensionFile } from '../services/pay-pension-file';
import { payslipsToPutRight } from '../services/pay-put-right';
import { finishRun, payRun, payRuns } from '../services/pay-run';
import { basicPayeToolsFile, p45FiguresFile, p60FiguresFile, yearPapers } from '../services/pay-year-papers';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function payApi(context: ServiceContext) {
  const on = calls.pay;
  return {
    runs: on.runs.handler(({ input }) => payRuns(context, input.householdId)),
    run: on.run.handler(({ input }) => payRun(context, input.householdId, input.key)),
    finished: on.finished.handler(({ input }) => finishedRun(context, input.householdId, input.runId)),
    addLine: on.addLine.handler(({ input: { householdId, ...line } }) => ({
      id: addPayLine(context, householdId, line),
    })),
    removeLine: on.removeLine.handler(({ input }) => {
      removePayLine(context, input.householdId, input.id);
      return REMOVED;
    }),
    draftLines: on.draftLines.handler(({ input }) =>
      draftPayLines(context, input.householdId, input.payDate),
    ),
    finish: on.finish.handler(({ input }) => ({
      runId: finishRun(context, input.householdId, input.key, input.expectedNet),
    })),
    previewCorrection: on.previewCorrection.handler(({ input }) =>
      previewCorrection(context, input.householdId, input.payslipId, input.payDate, input.hours),
    ),
    correct: on.correct.handler(({ input }) => ({
      runId: correctPayslip(context, input.householdId, input.payslipId, input.payDate, input.hours),
    })),
    toPutRight: on.toPutRight.handler(({ input }) =>
      payslipsToPutRight(context, input.householdId, input.workerId),
    ),
    lateShift: on.lateShift.handler(({ input }) => lateShift(context, input.householdId, input.key)),
    previewLate: on.previewLate.handler(({ input: { householdId, ...change } }) =>
      previewLate(context, householdId, change),
    ),
    noteLate: on.noteLate.handler(({ input: { householdId, ...change } }) => {
      noteLate(context, householdId, change);
      return SAVED;
    }),
    removeLate: on.removeLate.handler(({ input }) => {
      removeLate(context, input.householdId, input.id);
      return REMOVED;
    }),
    previewAddedHours: on.previewAddedHours.handler(({ input: { householdId, ...added } }) =>
      previewAddedHours(context, householdId, added),
    ),
    addHours: on.addHours.handler(({ input: { householdId, ...added } }) => ({
      key: addHours(context, householdId, added),
    })),
    paidDay: on.paidDay.handler(({ input }) =>
      paidDay(context, input.householdId, input.workerId, input.day),
    ),
    payDay: on.payDay.handler(({ input }) =>
      payDayOutcome(context, input.householdId, input.key, input.payDate),
    ),
    changePayDay: on.changePayDay.handler(({ input }) => ({
      payDate: changePayDay(context, input.householdId, input.key, input.payDate),
    })),
    payments: on.payments.handler(({ input }) => payments(context, input.householdId, input.runId)),
    tickPayment: on.tickPayment.handler(({ input }) => {
      tickPayment(context, input.householdId, input.key, input.paidOn);
      return SAVED;
    }),
    hmrc: on.hmrc.handler(({ input }) => hmrcView(context, input.householdId, input.taxYear)),
    payslipPdf: on.payslipPdf.handler(({ input }) =>
      programFile(payslipFile(context, input.householdId, input.payslipId, 'pdf', input.password)),
    ),
    payslipHtml: on.payslipHtml.handler(({ input }) =>
      programFile(payslipFile(context, input.householdId, input.payslipId, 'html')),
    ),
    costSheetPdf: on.costSheetPdf.handler(({ input }) =>
      programFile(costSheetFile(context, input.householdId, input.runId, input.payslipId)),
    ),
    payslipsPdf: on.payslipsPdf.handler(({ input }) =>
      programFile(payslipsFile(context, input.householdId, input.runId)),
    ),
    paymentSheetPdf: on.paymentSheetPdf.handler(({ input }) =>
      programFile(paymentSheetFile(context, input.householdId, input.runId, 'pdf')),
    ),
    paymentSheetCsv: on.paymentSheetCsv.handler(({ input }) =>
      programFile(paymentSheetFile(context, input.householdId, input.runId, 'csv')),
    ),
    pensionFile: on.pensionFile.handler(({ input: { householdId, ...file } }) =>
      programFile(pensionFile(context, householdId, file)),
    ),
    hmrcPdf: on.hmrcPdf.handler(({ input }) =>
      programFile(hmrcRecordFile(context, input.householdId, input.taxYear, 'pdf')),
    ),
    hmrcCsv: on.hmrcCsv.handler(({ input }) =>
      programFile(hmrcRecordFile(context, input.householdId, input.taxYear, 'csv')),
    ),
    yearPapers: on.yearPapers.handler(({ input }) => yearPapers(context, input.householdId, input.taxYear)),
    p60FiguresPdf: on.p60FiguresPdf.handler(({ input }) =>
      programFile(p60FiguresFile(context, input.householdId, input.taxYear, input.workerId)),
    ),
    p45FiguresPdf: on.p45FiguresPdf.handler(({ input }) =>
      programFile(p45FiguresFile(context, input.householdId, input.workerId)),
    ),
    basicPayeToolsPdf: on.basicPayeToolsPdf.handler(({ input }) =>
      programFile(basicPayeToolsFile(context, input.householdId, input.runId)),
    ),
    paperQuarterPdf: on.paperQuarterPdf.handler(({ input }) =>
      programFile(paperQuarterFile(context, input.householdId, input.taxYear, input.quarter)),
    ),
  };
}
