import { expect, type Page, test } from '@playwright/test';
import { visit } from '../support/at-rest';
import { axeProblems } from '../support/axe-check';
import { type HostPage, openHostPage } from '../support/host-page';
import { Keyboard } from '../support/keyboard';

/*
 * Every way to look at the rota, with a full week, an empty one and forty shifts: nothing wrong by axe, no two things of one
 * name, nothing to move sideways; each shift is one sentence to a screen reader, and all of it is reached by keyboard.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const FULL = '2026-11-24';
const FORTY = '2026-12-01';
const EMPTY = '2026-12-15';
const VIEWS = ['week', 'time', 'day', 'month', 'list'] as const;

let open: HostPage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  open = await openHostPage(browser, { today: '2026-11-21' });
  page = open.page;
  await page.evaluate(makeHousehold);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
});

test.afterAll(async () => {
  await open?.close();
});

/** Runs in the page: three PAs, a week with one of everything, and a week of forty shifts. */
async function makeHousehold(): Promise<void> {
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: body }),
    });
    const { json } = await answer.json();
    if (!answer.ok) throw new Error(`${path} ${JSON.stringify(json)}`);
    return json;
  };
  await ask('workspace/create', { passphrase: 'kettle marble yellow train', kind: 'own' });
  const { householdId } = await ask('workspace/addHousehold', { name: 'Ruth Hale' });
  const people: string[] = [];
  for (const [firstNames, lastName] of [
    ['Grace', 'Okafor'],
    ['Maya', 'Lewis'],
    ['Dev', 'Shah'],
  ]) {
    const { workerId } = await ask('people/add', {
      householdId,
      details: {
        firstNames,
        lastName,
        knownAs: '',
        birthDate: '1990-05-14',
        gender: null,
        niNumber: '',
        addressLine1: '',
        addressLine2: '',
        town: '',
        postcode: '',
        phone: '',
        email: '',
        payrollNumber: '',
        startedOn: '2026-11-02',
        bankNameOnAccount: '',
        sortCode: '',
        accountNumber: '',
        emergencyName: '',
        emergencyPhone: '',
        rightToWorkCheckedOn: null,
        rightToWorkUntil: null,
        dbsOn: null,
        covers: true,
      },
    });
    await ask('people/saveRates', {
      householdId,
      workerId,
      rates: [
        { kindOfWork: 'weekday', per: 'hour', rate: '13.00', fromDay: '2026-11-02' },
        { kindOfWork: 'weekend', per: 'hour', rate: '14.00', fromDay: '2026-11-02' },
        { kindOfWork: 'sleep-in', per: 'shift', rate: '60.00', fromDay: '2026-11-02' },
      ],
    });
    people.push(workerId);
  }
  const [grace, maya, dev] = people;
  const add = async (
    workerId: string | null | undefined,
    day: string,
    start: string,
    end: string,
    kindOfWork = 'weekday',
  ): Promise<string> =>
    (
      await ask('rota/saveShift', {
        householdId,
        shift: {
          key: null,
          workerId,
          day,
          start,
          end,
          endsNextDay: end < start,
          kindOfWork,
          coversKey: null,
          note: '',
        },
      })
    ).key;
  // The full week: the day that is over is confirmed, Grace is off sick on Thursday, and one shift is of two PAs.
  const over = await add(grace, '2026-11-19', '08:00', '14:00');
  await ask('rota/confirm', { householdId, shifts: [{ key: over, actual: null }] });
  await add(maya, '2026-11-23', '07:00', '13:00');
  await add(null, '2026-11-24', '08:00', '14:00');
  await add(dev, '2026-11-24', '22:00', '07:00', 'sleep-in');
  const together = await add(maya, '2026-11-25', '09:00', '12:00');
  await ask('shifts/share', {
    householdId,
    key: together,
    withWorkers: [{ workerId: dev, hours: null }],
    said: [],
  });
  await add(grace, '2026-11-26', '08:00', '14:00');
  await ask('absences/save', {
    householdId,
    absence: {
      id: null,
      workerId: grace,
      kind: 'sickness',
      firstDay: '2026-11-26',
      lastDay: '2026-11-26',
      holidayMinutes: null,
      note: '',
      reason: '',
      payKept: false,
      toldOn: null,
      toldAt: null,
      confirmed: [],
    },
  });
  await add(grace, '2026-11-28', '08:00', '14:00', 'weekend');
  await add(grace, '2026-11-28', '13:00', '15:00', 'weekend');
  await ask('calendar/saveAppointment', {
    householdId,
    appointment: {
      id: null,
      day: '2026-11-25',
      start: '10:00',
      end: '11:00',
      endsNextDay: false,
      title: 'Art class',
      place: '',
      note: '',
    },
    alsoOn: [],
  });
  // Forty shifts: at the same times, over midnight, short and long, and with nobody.
  let made = 0;
  for (let round = 0; made < 40; round += 1) {
    const day = `2026-12-${String((round % 6) + 1).padStart(2, '0')}`;
    for (const [who, start, end, kind] of [
      [people[round % 3], '07:00', '13:00', 'weekday'],
      [people[(round + 1) % 3], '09:00', '10:00', 'weekday'],
      [people[(round + 2) % 3], '12:30', '17:30', 'weekday'],
      [null, '14:00', '16:00', 'weekday'],
      [null, '14:00', '16:00', 'weekday'],
      [people[round % 3], '21:00', '22:00', 'weekday'],
      [people[(round + 1) % 3], '22:00', '07:00', 'sleep-in'],
    ] as const) {
      if (made === 40) break;
      await add(who, day, start, end, kind);
      made += 1;
    }
  }
}

/** Names of visible buttons and links on the page that stand for more than one thing. */
function namesTwice(): string[] {
  const heard = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof HTMLElement) || node.getAttribute('aria-hidden') === 'true') return '';
    return [...node.childNodes].map(heard).join(' ');
  };
  const seen = new Map<string, number>();
  for (const element of document.querySelectorAll<HTMLElement>('main button, main a[href]')) {
    if (element.getClientRects().length === 0) continue;
    const name = (element.getAttribute('aria-label') ?? heard(element)).replace(/\s+/g, ' ').trim();
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen].filter(([, count]) => count > 1).map(([name]) => name);
}

async function problemsHere(where: string): Promise<string[]> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...(await axeProblems(page)),
    ...(await page.evaluate(namesTwice)).map((name) => `two things are called “${name}”`),
    ...(wide > 0 ? [`${wide} too wide`] : []),
  ].map((problem) => `${where}: ${problem}`);
}

/** The names of shifts and appointments in sight, as the browser tells them. */
async function names(): Promise<string[]> {
  const buttons = page.locator('main').getByRole('button', { name: /day \d+ \w+, / });
  const found: string[] = [];
  for (const name of await buttons.evaluateAll((all) => all.map((one) => one.textContent ?? '')))
    found.push(name.replace(/\s+/g, ' ').trim());
  return found;
}

test('each view of a full week, an empty week and forty shifts is without fault', async () => {
  const found: string[] = [];
  for (const view of VIEWS)
    for (const day of [FULL, EMPTY, FORTY]) {
      await visit(page, `/rota?day=${day}&view=${view}`);
      found.push(...(await problemsHere(`${view} of ${day}`)));
    }
  expect(found).toEqual([]);
});

test('at 320 pixels each view is a list, and nothing must be moved sideways', async () => {
  const found: string[] = [];
  await page.setViewportSize({ width: 320, height: 640 });
  for (const view of VIEWS) {
    await visit(page, `/rota?day=${FORTY}&view=${view}`);
    await expect(page.getByRole('grid')).toHaveCount(0);
    found.push(...(await problemsHere(`${view} at 320`)));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(found).toEqual([]);
});

test('a panel that is open moves no week sideways, and leaves all seven days in sight', async () => {
  await visit(page, `/rota?day=${FULL}`);
  const width = () => page.getByRole('grid').evaluate((grid) => grid.getBoundingClientRect().width);
  const before = await width();
  const figure = page.getByRole('button', { name: /what these days cost/ });
  await figure.click();
  await expect(page.locator('.panel')).toBeVisible();
  expect(await width()).toBe(before);
  await page.keyboard.press('Escape');
  for (const size of [1280, 1100, 900]) {
    await page.setViewportSize({ width: size, height: 800 });
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.documentElement.scrollWidth <= document.documentElement.clientWidth &&
            [...document.querySelectorAll('.rota-fit')].every(
              (fit) => fit.scrollWidth <= fit.clientWidth + 1,
            ),
        ),
      )
      .toBe(true);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('each shift is heard as a sentence: when, who, what kind of work, and how it stands', async () => {
  for (const view of ['week', 'time', 'list'] as const) {
    await visit(page, `/rota?day=${FULL}&view=${view}`);
    const heard = (await names()).join('\n');
    for (const sentence of [
      /Monday 23 November, 7 am to 1 pm, Maya, weekday rate/,
      /Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered/,
      /Tuesday 24 November, 10 pm to 7 am the next day, Dev, sleep-in/,
      /Wednesday 25 November, 9 am to 12 pm, Maya, weekday rate, shared with Dev/,
      /Wednesday 25 November, 9 am to 12 pm, Dev, weekday rate, shared with Maya/,
      /Wednesday 25 November, 10 am to 11 am, appointment, Art class, with Dev and Maya/,
      /Thursday 26 November, 8 am to 2 pm, weekday rate, uncovered, Grace is off sick/,
      /Saturday 28 November, 1 pm to 3 pm, Grace, weekend rate, at the same time as another of their shifts/,
    ])
      expect(heard, `the ${view}`).toMatch(sentence);
  }
  await visit(page, `/rota?day=2026-11-19`);
  expect((await names()).join('\n')).toMatch(
    /Thursday 19 November, 8 am to 2 pm, Grace, weekday rate, hours confirmed/,
  );
  // The night of Tuesday is there on Wednesday morning.
  await visit(page, '/rota?day=2026-11-25&view=day');
  expect((await names()).join('\n')).toMatch(
    /Tuesday 24 November, 10 pm to 7 am the next day, Dev, sleep-in/,
  );
});

test('by keyboard: into the week, to a shift, into it and back, to the next week, another view and one PA', async () => {
  await visit(page, `/rota?day=${FULL}&view=time`);
  const keys = await Keyboard.of(page);
  await keys.tabTo({ role: 'button', name: /Monday 23 November, 7 am to 1 pm, Maya/ });
  await keys.press('ArrowDown');
  await expect
    .poll(async () => (await keys.here())?.name)
    .toContain('Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect
    .poll(async () => (await keys.here())?.name)
    .toContain('Tuesday 24 November, 8 am to 2 pm, weekday rate, uncovered');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week of 30 November');
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Week of 23 November');

  // One PA’s own rota, from the list of people, and on paper.
  await keys.button(/^Whose shifts: everyone/, { back: true });
  await page.getByRole('menuitem', { name: 'Maya Lewis' }).waitFor();
  while ((await keys.here())?.name !== 'Maya Lewis') await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maya Lewis, week of 23 November');
  const own = (await names()).join('\n');
  expect(own).toContain('shared with Dev');
  expect(own).not.toMatch(/Grace|uncovered/);
  expect((await problemsHere('Maya’s own week')).concat(open.problems.splice(0))).toEqual([]);
  const paper = await keys.saves('Print Maya’s week');
  expect(paper.name).toBe('Rota Maya Lewis week of 2026-11-23.pdf');
  expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  // The month: days by arrows, and Enter looks at the day.
  await visit(page, `/rota?day=${FULL}&view=month`);
  await keys.tabTo({ role: 'link', name: /Saturday 21 November/ });
  await keys.press('ArrowDown');
  expect((await keys.here())?.name).toBe('28, Saturday 28 November, 2 shifts');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saturday 28 November');
});
