/*
 * Short forms of tax and pay that nobody is born knowing, and the plain words that must stand on the same screen. PA, PDF,
 * CSV and the names of the NHS and of councils are words that people here use themselves.
 */
type Jargon = { readonly term: RegExp; readonly plain: RegExp };

const word = (short: string): RegExp => new RegExp(`(?<![\\p{L}\\d-]|\\d\\()${short}s?(?![\\p{L}\\d])`, 'u');

export const JARGON: readonly Jargon[] = [
  {
    term: word('FPS'),
    plain: /pay report|report of (?:this |the )?pay|report to HMRC|Full Payment Submission/i,
  },
  { term: word('EPS'), plain: /monthly report|summary report|report to HMRC|Employer Payment Summary/i },
  // “Basic PAYE Tools” is the name of HMRC’s program; “employer PAYE reference” is GOV.UK’s name of a number.
  {
    term: /(?<!Basic )(?<![\p{L}\d-])PAYE(?![\p{L}\d])/u,
    plain: /Pay As You Earn|tax (?:from|off|on) |employer/i,
  },
  { term: word('NI'), plain: /National Insurance/i },
  { term: word('NICs?'), plain: /National Insurance/i },
  { term: word('SSP'), plain: /sick pay/i },
  { term: word('SMP'), plain: /maternity pay/i },
  { term: word('SPP'), plain: /paternity pay/i },
  { term: word('SAP'), plain: /adoption pay/i },
  { term: word('ShPP'), plain: /shared parental pay/i },
  { term: word('SPBP'), plain: /bereavement pay/i },
  { term: word('SNCP'), plain: /neonatal care pay/i },
  { term: word('AEO'), plain: /court order|attachment of earnings|order/i },
  { term: word('DEA'), plain: /benefit|owed to DWP|deduction/i },
  { term: word('LEL'), plain: /lower earnings limit/i },
  { term: word('UEL'), plain: /upper earnings limit/i },
  { term: word('AWE'), plain: /average (?:weekly )?(?:pay|earnings)|earn(?:ed|s) a week/i },
  { term: word('RAS'), plain: /relief at source/i },
  { term: word('ACAS|Acas'), plain: /help|advice|work/i },
  { term: word('CHC'), plain: /continuing healthcare|NHS/i },
  { term: word('DBS'), plain: /criminal record|check/i },
  { term: word('UTR'), plain: /tax reference/i },
  { term: word('RTI'), plain: /report/i },
  { term: word('BPT'), plain: /Basic PAYE Tools/i },
  { term: word('COTAX|BACS|CHAPS'), plain: /bank/i },
  { term: word('QW|PIW|KIT|SPLIT|MATB1|SC3|SSP1'), plain: /week|days|form|leave/i },
  { term: word('TPR'), plain: /Pensions Regulator/i },
  { term: word('ICO'), plain: /Information Commissioner/i },
  { term: word('SAR|DSAR'), plain: /asks? (?:to see|for)|copy of/i },
  { term: word('GDPR'), plain: /data protection|privacy/i },
];

/** The short forms in these words that stand nowhere in brackets after plain words, and whose plain word is nowhere among them. */
export function unexplainedIn(words: readonly string[]): string[] {
  // What a bank wrote is in capitals, with figures: those are its words, not ours.
  const ours = words.filter((line) => !(/\d/.test(line) && line === line.toUpperCase()));
  const all = ours.join('\n');
  return JARGON.filter(
    ({ term, plain }) =>
      term.test(all) && !plain.test(all) && !new RegExp(`\\p{L} \\((?:\\d+ )?${term.source}`, 'u').test(all),
  ).map(({ term }) => {
    const said = ours.find((line) => term.test(line)) ?? '';
    return `“${term.exec(said)?.[0]}” without its plain word: ${said.slice(0, 100)}`;
  });
}
