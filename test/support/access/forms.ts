import type { Page } from '@playwright/test';

/** The six facts of a form that was sent empty and refused; which of them do not hold. */
export async function formFacts(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const told: string[] = [];
    const summary = document.querySelector<HTMLElement>('.error-summary');
    if (summary === null) return ['no summary of what is wrong'];
    if (summary.querySelector('h2')?.textContent !== 'There is a problem')
      told.push('1: the summary has another heading');
    const form = summary.parentElement;
    if (form !== null && summary !== form.querySelector('.error-summary'))
      told.push('1: it is not at the top');
    if (document.activeElement !== summary)
      told.push(`2: focus is on ${document.activeElement?.tagName}, not on the summary`);
    if (summary.getAttribute('role') !== 'alert') told.push('3: it is not an alert');
    if (!document.title.startsWith('Error: ')) told.push(`6: the title is “${document.title}”`);
    for (const item of summary.querySelectorAll('li')) {
      const words = (item.textContent ?? '').trim();
      const link = item.querySelector<HTMLAnchorElement>('a');
      if (link === null) {
        // A sentence about the form as a whole leads to no field.
        continue;
      }
      link.click();
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const here = document.activeElement;
      const field = here?.closest('[data-field]');
      if (field === null || field === undefined) {
        told.push(`4: “${words}” leads to no field`);
        continue;
      }
      if (!(field.textContent ?? '').includes(words)) told.push(`5: “${words}” does not stand by its field`);
      const control = field.querySelector('[aria-invalid="true"], [aria-describedby]');
      if (control === null) told.push(`5: the field of “${words}” does not say it is wrong`);
    }
    for (const button of document.querySelectorAll('main button[disabled]'))
      told.push(`a disabled button: ${button.textContent}`);
    return told;
  });
  return found;
}

/** Takes away all that stands in the fields of the form whose button is marked: what is typed, not what is chosen. */
export async function emptyForm(page: Page): Promise<void> {
  await page.evaluate(() => {
    const form = document.querySelector('[data-send]')?.closest('form');
    for (const field of form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea, input:not([type="radio"], [type="checkbox"], [type="file"], [type="hidden"])',
    ) ?? []) {
      const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
      // As a person's own typing does it: React hears of a value only when it is set in this way.
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, '');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
}
