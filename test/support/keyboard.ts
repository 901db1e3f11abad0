import { type CDPSession, expect, type Page } from '@playwright/test';
import { atRest } from './at-rest';

/** What has focus, as a person who does not see it is told it. */
export type Spot = {
  readonly role: string;
  /** The accessible name, by the browser itself. */
  readonly name: string;
  /** Names of the groups around it, nearest first. */
  readonly groups: readonly string[];
  readonly value: string;
  readonly checked: boolean;
  /** Whether something on the screen shows that it has focus. */
  readonly ringed: boolean;
  /** Whether it can be seen, or something lies over it. */
  readonly covered: boolean;
};

/** What to stop at. A text must be the whole name, or its beginning with `starts`. */
export type Aim = {
  readonly name: string | RegExp;
  readonly role?: string;
  readonly group?: string | RegExp;
};

/** More than any page has: then the thing is not there. */
const MOST_STOPS = 140;

function fits(found: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? found === wanted : wanted.test(found);
}

function isIt(spot: Spot, aim: Aim): boolean {
  const { group } = aim;
  return (
    fits(spot.name, aim.name) &&
    (aim.role === undefined || spot.role === aim.role) &&
    (group === undefined || spot.groups.some((name) => fits(name, group)))
  );
}

/**
 * Runs in the page: facts about what has focus that the accessibility tree does not tell. Whether it is `seen` is asked only
 * of what is stopped at: the page has to be laid out for it.
 */
function factsOfFocus(seen: boolean) {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const heard = (node: Node): string => {
    if (node instanceof HTMLElement && node.getAttribute('aria-hidden') === 'true') return '';
    if (!(node instanceof HTMLElement))
      return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
    const inside = [...node.childNodes].map(heard).join('');
    return ['inline', 'contents'].includes(getComputedStyle(node).display) ? inside : ` ${inside} `;
  };
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const textOf = (ids: string | null): string =>
    tidy(
      (ids ?? '')
        .split(' ')
        .map((id) => {
          const named = document.getElementById(id);
          return named === null ? '' : (named.getAttribute('aria-label') ?? heard(named));
        })
        .join(' '),
    );
  const groups: string[] = [];
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const role = around.getAttribute('role');
    const groups_ = ['group', 'radiogroup', 'dialog', 'alertdialog', 'region', 'grid', 'table', 'listbox'];
    if (around instanceof HTMLFieldSetElement)
      groups.push(around.querySelector('legend')?.textContent?.trim() ?? '');
    else if (groups_.includes(role ?? '') || ['SECTION', 'TABLE', 'NAV'].includes(around.tagName))
      groups.push(
        around.getAttribute('aria-label') ??
          (textOf(around.getAttribute('aria-labelledby')) ||
            (around.querySelector(':scope > caption')?.textContent?.trim() ?? '')),
      );
  }
  const label = element.closest('label');
  const looked = (): { ringed: boolean; covered: boolean } => {
    const shown: HTMLElement = label ?? element;
    const around = [element.parentElement, element.parentElement?.parentElement].filter(
      (one): one is HTMLElement => one instanceof HTMLElement,
    );
    const rings: HTMLElement[] = [
      element,
      ...around,
      ...(label === null ? [] : [label, ...label.querySelectorAll<HTMLElement>('*')]),
    ];
    const ringed = rings.some((one) => {
      const style = getComputedStyle(one);
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const box = shown.getBoundingClientRect();
    // A tall thing (a whole page's heading box, a long row) is looked at where it can be seen.
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const above =
      right > left && bottom > top ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
    const covered = above === null || !(shown.contains(above) || above.contains(shown));
    return { ringed, covered };
  };
  const field = element as HTMLInputElement;
  const types: Record<string, string> = { A: 'link', BUTTON: 'button', TEXTAREA: 'textbox', H1: 'heading' };
  const inputs: Record<string, string> = { checkbox: 'checkbox', radio: 'radio', search: 'searchbox' };
  const role =
    element.getAttribute('role') ??
    (element instanceof HTMLInputElement
      ? (inputs[element.type] ?? 'textbox')
      : (types[element.tagName] ?? 'generic'));
  const labels = [...(field.labels ?? [])].map(heard).join(' ');
  const name =
    textOf(element.getAttribute('aria-labelledby')) ||
    (element.getAttribute('aria-label') ?? tidy(labels === '' ? heard(element) : labels));
  return {
    role,
    name,
    groups: groups.filter((name) => name !== ''),
    value: typeof field.value === 'string' ? field.value : '',
    checked: field.checked === true || element.getAttribute('aria-checked') === 'true',
    ...(seen ? looked() : { ringed: false, covered: false }),
  };
}

/**
 * Uses the window as somebody without a mouse does: Tab, Shift+Tab, arrows, Enter, Space, Escape and typing, nothing
 * else. It finds a thing by moving to it and hearing its name, and fails when focus can't be seen there.
 */
export class Keyboard {
  /** How many keys were pressed. */
  keys = 0;
  readonly #page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#devtools = devtools;
  }

  static async of(page: Page): Promise<Keyboard> {
    const devtools = await page.context().newCDPSession(page);
    return new Keyboard(page, devtools);
  }

  async press(
    key: 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'Escape' | 'ArrowDown' | 'ArrowUp' | 'Home' | 'End',
    times = 1,
  ): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      await this.#page.keyboard.press(key);
      this.keys += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    this.keys += [...text].length;
  }

  /** What has focus now, with role and name as the page's own words give them: quick. Null when nothing has focus. */
  glance(): Promise<Spot | null> {
    return this.#page.evaluate(factsOfFocus, true);
  }

  /** What has focus now, with role and name as the browser tells them to a screen reader. */
  async here(): Promise<Spot | null> {
    const facts = await this.glance();
    if (facts === null) return null;
    const { result } = await this.#devtools.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    });
    if (result.objectId === undefined) return null;
    const { nodes } = await this.#devtools.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    await this.#devtools.send('Runtime.releaseObject', { objectId: result.objectId });
    return {
      ...facts,
      role: String(nodes[0]?.role?.value ?? ''),
      name: String(nodes[0]?.name?.value ?? '').trim(),
    };
  }

  /** Waits for the page, and presses Tab until the thing has focus. Fails after a whole round, and says what it met. */
  async tabTo(aim: Aim, { back = false, most = MOST_STOPS } = {}): Promise<Spot> {
    // What is still on its way could take focus to its heading, or put itself in between.
    await atRest(this.#page);
    const met: string[] = [];
    for (let stop = 0; stop <= most; stop += 1) {
      if (stop > 0) await this.press(back ? 'Shift+Tab' : 'Tab');
      const quick = await this.#page.evaluate(factsOfFocus, false);
      if (quick === null) {
        met.push('(the edge of the window)');
        continue;
      }
      met.push(
        `${quick.role} “${quick.name}”${quick.groups[0] === undefined ? '' : ` in “${quick.groups[0]}”`}`,
      );
      if (!isIt(quick, aim)) continue;
      const spot = await this.here();
      if (spot !== null && isIt(spot, aim)) return this.#seen(spot);
      met.push(`  (heard as ${spot?.role} “${spot?.name}”)`);
    }
    throw new Error(
      `Tab never came to ${aim.role ?? 'anything'} ${String(aim.name)}${aim.group === undefined ? '' : ` in ${String(aim.group)}`} on “${await this.#page.title()}”. It met:\n  ${met.join('\n  ')}`,
    );
  }

  #seen(spot: Spot): Spot {
    expect(spot.ringed, `focus on ${spot.role} “${spot.name}” can be seen`).toBe(true);
    expect(spot.covered, `${spot.role} “${spot.name}” is covered by something else`).toBe(false);
    return spot;
  }

  /** Goes to a button and presses it. */
  async button(name: string | RegExp, how: { back?: boolean; group?: string | RegExp } = {}): Promise<void> {
    await this.tabTo({ role: 'button', name, ...(how.group === undefined ? {} : { group: how.group }) }, how);
    await this.press('Enter');
  }

  /** Goes to a link and follows it. */
  async link(name: string | RegExp, how: { back?: boolean; group?: string | RegExp } = {}): Promise<void> {
    await this.tabTo({ role: 'link', name, ...(how.group === undefined ? {} : { group: how.group }) }, how);
    await this.press('Enter');
  }

  /** Types into a field, over what is in it. */
  async fill(label: string | RegExp, text: string, group?: string | RegExp): Promise<void> {
    await this.tabTo({ name: label, ...(group === undefined ? {} : { group }) });
    const box = await this.here();
    expect(['textbox', 'searchbox', 'spinbutton', 'combobox'], `${String(label)} takes text`).toContain(
      box?.role,
    );
    if (box?.value !== '') await this.#page.keyboard.press('Control+A');
    await this.type(text);
  }

  /** Types a date as day, month and year. */
  async date(label: string | RegExp, day: string): Promise<void> {
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    const group = typeof label === 'string' ? new RegExp(`^${escaped(label)}( \\(optional\\))?$`) : label;
    await this.fill('Day', String(Number(dayOfMonth)), group);
    await this.fill('Month', String(Number(month)), group);
    await this.fill('Year', year, group);
  }

  /** Chooses one of a few: Tab to the group, arrows to the answer. */
  async choose(group: string | RegExp, answer: string): Promise<void> {
    const starts = new RegExp(`^${escaped(answer)}`);
    await this.tabTo({ role: 'radio', name: /./, group });
    for (let step = 0; step < 24; step += 1) {
      const spot = await this.here();
      if (spot !== null && starts.test(spot.name)) {
        if (!spot.checked) await this.press('Space');
        expect((await this.here())?.checked, `“${answer}” is chosen`).toBe(true);
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Error(`The arrows never came to “${answer}” of “${String(group)}”`);
  }

  /** Opens a list and takes one of its lines. */
  async select(label: string | RegExp, answer: string, group?: string | RegExp): Promise<void> {
    const name = typeof label === 'string' ? new RegExp(escaped(label)) : label;
    await this.tabTo({ role: 'button', name, ...(group === undefined ? {} : { group }) });
    await this.press('Enter');
    const starts = new RegExp(`^${escaped(answer)}`);
    await expect.poll(async () => (await this.here())?.role).toBe('option');
    await this.press('Home');
    for (let step = 0; step < 60; step += 1) {
      if (starts.test((await this.here())?.name ?? '')) {
        await this.press('Enter');
        await expect.poll(async () => (await this.here())?.role).toBe('button');
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Error(`The arrows never came to “${answer}” of “${String(label)}”`);
  }

  /** Ticks or unticks a box. */
  async tick(label: string | RegExp, on = true, group?: string | RegExp): Promise<void> {
    const name = typeof label === 'string' ? new RegExp(`^${escaped(label)}`) : label;
    const spot = await this.tabTo({ role: 'checkbox', name, ...(group === undefined ? {} : { group }) });
    if (spot.checked !== on) await this.press('Space');
    await expect.poll(async () => (await this.here())?.checked).toBe(on);
  }

  /** Chooses files with the dialog that the button opens. */
  async file(
    button: string | RegExp,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    await this.tabTo({ role: 'button', name: button });
    const dialog = this.#page.waitForEvent('filechooser');
    await this.press('Enter');
    await (await dialog).setFiles({ ...file });
  }

  /** Presses the button and gives the file that it saves; of a menu, by the choice that is named. */
  async saves(
    button: string | RegExp,
    choice?: string,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    await this.tabTo({ role: 'button', name: button });
    if (choice !== undefined) {
      await this.press('Enter');
      await this.#page.getByRole('menuitem', { name: choice, exact: true }).waitFor();
      for (let steps = 0; steps < 20 && (await this.here())?.name !== choice; steps += 1)
        await this.press('ArrowDown');
    }
    const download = this.#page.waitForEvent('download');
    await this.press('Enter');
    const saved = await download;
    const parts: Buffer[] = [];
    for await (const part of await saved.createReadStream()) parts.push(part as Buffer);
    return { name: saved.suggestedFilename(), bytes: Buffer.concat(parts) };
  }

  /** Goes to one of the places on the left, from wherever focus is. */
  async place(name: string): Promise<void> {
    await this.tabTo({ role: 'link', name, group: 'Places' }, { back: true });
    await this.press('Enter');
    await expect.poll(async () => (await this.here())?.role).toBe('heading');
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
