import type { StatementLine } from '../support/statement-text';

/**
 * One household's month in November 2026, with every figure worked out by hand from the published rates of 2026-27.
 * None of them comes from the program.
 *
 * Ruth Hale's direct payment is £360.00 a week from Anyshire Council and £24.00 a week of her own. She employs
 *
 * - Grace Okafor: fixed hours, Wednesday to Friday 9 am to 3 pm (3 × 6 h = 18 h a week) at £15.00, paid every 4 weeks
 *   (2 to 29 November, pay day 30 November). Starter statement B: 1257L, each pay on its own. NI letter A. In a
 *   pension: 5 % and 3 % of qualifying earnings, relief at source.
 * - Joe Lind, 20 years old: zero hours, paid every week, holiday pay rolled up. £12.50 on weekdays, £14.00 at
 *   weekends, £65.00 for a sleep-in. Starter statement C: BR. NI letter M (under 21). No pension.
 *
 * Grace is ill on Friday 20 November and Joe covers; she has a day of holiday on Wednesday 25 November.
 */

/*
 * Grace, 4 weeks to 29 November 2026
 *
 * Planned       4 × 18 h = 72 h; 6 h ill and 6 h of holiday leave 60 h worked: 60 × £15.00   = £900.00
 * Holiday       6 h at her normal pay: 6 × £15.00                                            =  £90.00
 * Sick pay      no pay day yet, so average weekly earnings are the contract's: 18 × £15.00 = £270.00.
 *               80 % is £216.00; the flat rate of £123.25 is lower. Three qualifying days a week:
 *               123.25 ÷ 3 = 41.0833 (cut at four decimals). One day, no waiting days since April 2026;
 *               the week is rounded up to the penny                                          =  £41.09
 * Gross         900.00 + 90.00 + 41.09                                                       = £1,031.09
 *
 * Tax           1257L on a week 1 basis over 4 weeks. Free pay of one week: 1256 = 2 × 500 + 256, so
 *               2 × 96.16 + (257 × 10 + 9) ÷ 52 = 192.32 + 49.596… (up to the penny 49.60) = 241.92.
 *               Four weeks: 4 × 241.92 = 967.68. Taxable: 1,031.09 − 967.68 = 63.41, whole pounds 63.
 *               All of it at 20 %                                                            =  £12.60
 * NI, hers      A: 8 % above the 4-weekly primary threshold of £967:
 *               64.09 × 8 % = 5.1272; the third decimal is 7, so up                          =   £5.13
 * NI, employer  15 % above the 4-weekly secondary threshold of £385:
 *               646.09 × 15 % = 96.9135; the third decimal is 3, so down                     =  £96.91
 * Pension       Qualifying earnings of 4 weeks: above £480 (and below £3,867): 551.09.
 *               She pays 4 % (the provider claims the other 1 % as tax relief): 22.0436      =  £22.04
 *               The employer pays 3 %: 16.5327                                               =  £16.53
 * Net           1,031.09 − 12.60 − 5.13 − 22.04                                              = £991.32
 * Employer's cost  1,031.09 + 96.91 + 16.53                                                  = £1,144.53
 */
export const grace = {
  worked: '£900.00',
  holiday: '£90.00',
  sickPay: '£41.09',
  gross: '£1,031.09',
  tax: '£12.60',
  ni: '£5.13',
  pension: '£22.04',
  net: '£991.32',
  netPence: 99_132,
  forHmrc: '£114.64', // 12.60 + 5.13 + 96.91
  forPension: '£38.57', // 22.04 + 16.53
  cost: '£1,144.53',
} as const;

/*
 * Joe, the week to 22 November 2026
 *
 * Weekday       Tuesday 4.5 h (half an hour longer than planned), Thursday 4 h, Friday 6 h of cover:
 *               14.5 × £12.50                                                                = £181.25
 * Weekend       Saturday 7 pm to 1 am: 6 × £14.00                                            =  £84.00
 * Sleep-in      Wednesday night                                                              =  £65.00
 * Holiday       rolled up, 12.07 % of all pay for work: 330.25 × 12.07 % = 39.861…           =  £39.86
 * Gross         330.25 + 39.86                                                               = £370.11
 *
 * Tax           BR: 20 % of whole pounds: 370 × 20 %                                         =  £74.00
 * NI, his       M: 8 % above the weekly primary threshold of £242:
 *               128.11 × 8 % = 10.2488; the third decimal is 8, so up                        =  £10.25
 * NI, employer  M: nothing up to £967 a week                                                 =   £0.00
 * Net           370.11 − 74.00 − 10.25                                                       = £285.86
 *
 * Minimum wage, 20 years old: £10.85. His 4.5 + 4 + 6 + 6 h and 45 minutes awake in the sleep-in are 21.25 h, for
 * 181.25 + 65.00 + 75.00 (the weekend at the weekday rate; the premium does not count) = £321.25: £15.11 an hour.
 */
export const joe = {
  weekday: '£181.25',
  weekend: '£84.00',
  sleepIn: '£65.00',
  rolledUp: '£39.86',
  gross: '£370.11',
  tax: '£74.00',
  ni: '£10.25',
  net: '£285.86',
  netPence: 28_586,
} as const;

/*
 * HMRC, tax month 8 (6 November to 5 December 2026), both pay days in it; no Employment Allowance claimed:
 * tax 12.60 + 74.00 = 86.60; NI of both PAs 5.13 + 10.25 = 15.38, of the employer 96.91 + 0.00, together 112.29;
 * 86.60 + 112.29 = £198.89, by 22 December (19 December by post).
 */
export const hmrc = { tax: '£86.60', ni: '£112.29', owed: '£198.89', owedPence: 19_889 } as const;

/*
 * The account: £250.00 on 1 September, then as below. 5 × 360.00 and 5 × 24.00 come in: £1,920.00.
 * Out: 23.45 + 85.00 + 62.00 = 170.45 to shops, 285.86 + 991.32 = 1,277.18 in wages, 198.89 to HMRC: £1,646.52.
 * Left: 250.00 + 1,920.00 − 1,646.52 = £523.48.
 */
const council = (day: string): readonly StatementLine[] => [
  { day, type: 'BGC', text: 'ANYSHIRE COUNCIL DP 40017', amount: 36_000 },
  { day, type: 'SO', text: 'RUTH HALE CONTRIBUTION', amount: 2_400 },
];
export const bank = {
  sortCode: '30-94-57',
  accountNumber: '12345678',
  opening: 25_000,
  lines: [
    ...council('2026-11-02'),
    ...council('2026-11-09'),
    { day: '2026-11-12', type: 'DEB', text: 'MORGANS PHARMACY', amount: -2_345 },
    ...council('2026-11-16'),
    { day: '2026-11-18', type: 'FPO', text: 'SAFE HANDS TRAINING', amount: -8_500 },
    ...council('2026-11-23'),
    { day: '2026-11-24', type: 'DEB', text: 'ANYSHIRE MOBILITY', amount: -6_200 },
    { day: '2026-11-27', type: 'FPO', text: 'JOE LIND WAGES', amount: -joe.netPence },
    ...council('2026-11-30'),
    { day: '2026-11-30', type: 'FPO', text: 'GRACE OKAFOR WAGES', amount: -grace.netPence },
    { day: '2026-11-30', type: 'FPO', text: 'HMRC CUMBERNAULD 120PA00012345', amount: -hmrc.owedPence },
  ] satisfies readonly StatementLine[],
  moneyIn: '£1,920.00',
  moneyOut: '£1,646.52',
  closing: '£523.48',
} as const;

/*
 * Really yours on 1 December. Wages and HMRC are paid; Grace works again on Wednesday 2 December, so no hours stand
 * unpaid. Promised are the pension, £38.57, and Grace's holiday earned and not taken:
 * 5.6 weeks × 18 h = 100.8 h a year; 30 of 365 days (2 November to 1 December) earn 8.2849… h, which is 497 minutes;
 * 6 h (360 minutes) are taken; 137 minutes are left, at £15.00 an hour: £34.25.
 * 523.48 − 38.57 − 34.25 = £450.66.
 */
export const yours = {
  bank: '£523.48',
  pension: '£38.57',
  holiday: '£34.25',
  reallyYours: '£450.66',
} as const;

/*
 * The quarter's return, 1 September to 30 November 2026: 250.00 + 1,920.00 − 1,646.52 = £523.48, as the statement says.
 * In: the council 5 × 360.00 = 1,800.00, her own 5 × 24.00 = 120.00.
 * Out: wages 285.86 + 991.32 = 1,277.18; HMRC 198.89; training 85.00; expenses 23.45 + 62.00 = 85.45.
 * Promised at its end: the pension 38.57, and 29 of 365 days of holiday: 100.8 × 29 ÷ 365 = 8.0087… h = 481 minutes,
 * less 360 = 121 minutes at £15.00 an hour: £30.25. Left over: 523.48 − 38.57 − 30.25 = £454.66.
 * The council may ask for what is above 8 weeks of (360.00 + 24.00): 8 × 384.00 = £3,072.00. Nothing is.
 * Hours: Joe covered 6 of Grace's; her 6 hours of holiday nobody did.
 */
export const quarter = {
  opening: '£250.00',
  directPayment: '£1,800.00',
  contribution: '£120.00',
  totalIn: '£1,920.00',
  wages: '£1,277.18',
  hmrc: '£198.89',
  training: '£85.00',
  expenses: '£85.45',
  totalOut: '£1,646.52',
  closing: '£523.48',
  pension: '£38.57',
  holiday: '£30.25',
  leftOver: '£454.66',
  mayKeep: '£3,072.00',
} as const;
