import type { SetupTask } from '@shared/api/household';

/** Words of the list of set-up tasks. */
export const setUp = {
  title: 'Set up your household',
  sub: 'Do these in any order. What you save is kept, so you can stop and go on later.',
  listLabel: 'Set-up tasks',
  doneOf: (done: number, of: number) => `${done} of ${of} tasks done.`,
  allDone: 'Everything is set up',
  allDoneBody: 'You can change any of it later in Settings and in People.',
  goToday: 'Go to Today',
  later: 'Stop here and go to Today',
  statuses: { 'not-started': 'Not started', started: 'Started', done: 'Done' } as Readonly<
    Record<SetupTask['status'], string>
  >,
  tasks: {
    household: ['The person supported', 'Their name, address and where they live.'],
    representative: ['Who acts for them', 'The person themselves, or somebody in a named role.'],
    employer: ['The employer', 'The name on the contracts, and HMRC’s references.'],
    agreement: ['The agreement', 'Who pays, how much, what for, and the return they want.'],
    account: ['The bank account', 'Where the direct payment goes in, and its first balance.'],
    workers: ['Your PAs', 'Their details, contract, rates of pay and tax code.'],
    rota: ['The usual week', 'Who works when. The rota repeats it for you.'],
  } as Readonly<Record<SetupTask['key'], readonly [string, string]>>,
  back: 'Set-up tasks',
  helpAside: 'What to have beside you',
  helpItems: [
    'The letter or contract from your council or other funder',
    'HMRC’s letter with the employer references, if you have one',
    'A bank statement of the direct payment account',
    'Each PA’s P45 or starter checklist',
  ],
} as const;
