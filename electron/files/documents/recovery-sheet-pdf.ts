import words from '@resources/documents/recovery-sheet.json';
import { formatDay, type IsoDay } from '@shared/dates';
import { MARGIN, PdfWriter } from './pdf-writer';
import { fill } from './words';

export type RecoverySheet = {
  readonly workspaceName: string;
  /** The code in the groups it is typed in, such as eight of five letters. */
  readonly codeGroups: readonly string[];
  readonly createdOn: IsoDay;
};

const GROUPS_A_LINE = 4;

/** One sheet to print and keep: the code that opens the workspace when the passphrase is lost. */
export function recoverySheetPdf(sheet: RecoverySheet): Uint8Array {
  const day = formatDay(sheet.createdOn);
  const writer = new PdfWriter({
    title: fill(words.fileTitle, { workspace: sheet.workspaceName }),
    createdOn: sheet.createdOn,
    footer: (page, pages) => fill(words.footer, { workspace: sheet.workspaceName, day, page, pages }),
  });
  writer.write('H1', words.title, { size: 24, weight: 'bold', after: 6 });
  writer.write('P', fill(words.subtitle, { workspace: sheet.workspaceName }), { size: 13 });
  writer.write('P', fill(words.made, { day }), { size: 13, after: 18 });
  writer.write('P', words.what, { size: 13, after: 18 });

  const lines: string[] = [];
  for (let index = 0; index < sheet.codeGroups.length; index += GROUPS_A_LINE)
    lines.push(sheet.codeGroups.slice(index, index + GROUPS_A_LINE).join(' – '));
  const size = 24;
  const step = writer.lineHeight(size) + 8;
  const height = lines.length * step + 44;
  const top = writer.y;
  writer.decoration((document) => {
    document.lineWidth(1.5).strokeColor('#000000').roundedRect(MARGIN, top, writer.width, height, 6).stroke();
  });
  writer.y = top + 26;
  for (const line of lines) {
    writer.write('P', line, {
      size,
      weight: 'semibold',
      align: 'center',
      figures: true,
      x: MARGIN + 12,
      width: writer.width - 24,
    });
    writer.gap(8);
  }
  writer.y = top + height + 22;
  writer.write('P', words.zeros, { size: 13, after: 16 });
  writer.write('H2', words.keepHeading, { size: 15, weight: 'semibold', after: 4 });
  writer.within('L', () => {
    for (const line of words.keep)
      writer.within('LI', () => writer.write('LBody', `•  ${line}`, { size: 13, after: 4 }));
  });
  writer.gap(14);
  writer.write('H2', words.useHeading, { size: 15, weight: 'semibold', after: 4 });
  writer.within('L', () => {
    words.use.forEach((line, index) => {
      writer.within('LI', () => writer.write('LBody', `${index + 1}.  ${line}`, { size: 13, after: 4 }));
    });
  });
  return writer.finish();
}
