/*
 * What is measured inside the page. Each function is sent to the browser as it is: it uses nothing from outside itself.
 */

/** Names, labels, headings and sizes of all that can be worked with; what is wrong, by row of the table. */
export function nameFacts(): Record<'headings' | 'names' | 'size24' | 'size44', string[]> {
  const found: Record<'headings' | 'names' | 'size24' | 'size44', string[]> = {
    headings: [],
    names: [],
    size24: [],
    size44: [],
  };
  type Named = HTMLElement & { readonly computedName?: string; readonly computedRole?: string };
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const bare = (text: string): string =>
    tidy(
      text
        .toLowerCase()
        .replace(/[‘’“”"'.,:;!?()…·–—-]/g, ' ')
        .normalize('NFKC'),
    );
  const shows = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      box.width > 0 &&
      box.height > 0 &&
      // What is folded away keeps its box.
      element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
      element.closest('[inert], [aria-hidden="true"]') === null
    );
  };
  /** Only for keys and for hearing: nobody points at it. */
  const hides = (element: Element): boolean => {
    for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement) {
      const { clipPath, width, overflow } = getComputedStyle(one);
      if (clipPath.startsWith('inset(50%') || (overflow === 'hidden' && Number.parseFloat(width) <= 1))
        return true;
    }
    return false;
  };
  /** The words that can be seen in it: not what is only heard, and not a sign that stands for nothing heard. */
  const seen = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof HTMLElement)) return '';
    if (node.classList.contains('visually-hidden') || node.getAttribute('aria-hidden') === 'true') return '';
    if (getComputedStyle(node).display === 'none') return '';
    return [...node.childNodes].map(seen).join(' ');
  };
  const over = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].filter(shows);
  const top: ParentNode = over.at(-1) ?? document;
  const things = [
    ...top.querySelectorAll<Named>(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"], [role="button"], [role="menuitem"], [role="option"], [role="tab"]',
    ),
  ].filter(
    (one) =>
      shows(one instanceof HTMLInputElement ? (one.closest('label') ?? one) : one) &&
      !(one.classList.contains('skip') && one !== document.activeElement),
  );

  const first = [...document.querySelectorAll('h1')].filter(shows);
  if (over.length === 0) {
    if (first.length !== 1) found.headings.push(`${first.length} first headings`);
    if (!/^.+ · Mainstay$|^Mainstay$/.test(document.title))
      found.headings.push(`the title is “${document.title}”`);
    let level = 0;
    for (const heading of document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, h4, h5, h6)')) {
      if (!shows(heading)) continue;
      const now = Number(heading.tagName.slice(1));
      if (level > 0 && now > level + 1)
        found.headings.push(`h${now} “${tidy(heading.innerText).slice(0, 40)}” comes after h${level}`);
      level = now;
    }
    for (const table of document.querySelectorAll('main table')) {
      if (!shows(table)) continue;
      const named =
        table.querySelector('caption') !== null ||
        table.hasAttribute('aria-label') ||
        table.hasAttribute('aria-labelledby');
      if (!named || table.querySelector('th') === null)
        found.headings.push('a table without a caption or headings');
    }
  }

  const byName = new Map<string, Set<string>>();
  let number = 0;
  for (const thing of things) {
    number += 1;
    const role = thing.computedRole ?? '';
    const name = tidy(thing.computedName ?? thing.getAttribute('aria-label') ?? thing.innerText ?? '');
    const where = `${thing.tagName.toLowerCase()}.${tidy(String(thing.className)).slice(0, 30)}`;
    const isField = thing.matches('input, select, textarea');
    if (name === '') found.names.push(`no name: ${where} ${thing.outerHTML.slice(0, 120)}`);
    if (thing.matches('[type="submit"][disabled]')) found.names.push(`disabled: ${name}`);
    const labels = (thing as unknown as HTMLInputElement).labels;
    const label = isField
      ? tidy(
          [...(labels ?? [])].map((one) => seen(one.querySelector('.label, .choice-label') ?? one)).join(' '),
        )
      : tidy(seen(thing));
    const words = bare(label).split(' ').filter(Boolean);
    const heard = ` ${bare(name)} `;
    if (words.length > 0 && name !== '' && !heard.includes(` ${words.join(' ')} `) && role !== 'spinbutton')
      found.names.push(`seen “${label.slice(0, 70)}”, called “${name.slice(0, 70)}”`);
    if (thing.matches('a[href], button, [role="button"]')) {
      const leads = thing instanceof HTMLAnchorElement ? thing.href : `button ${number}`;
      byName.set(name, (byName.get(name) ?? new Set()).add(leads));
    } else if (isField && !thing.matches('[type="radio"], [type="checkbox"]')) {
      const group = thing.closest('fieldset, [role="group"], [role="row"], tr, li');
      const key = `field ${name} in ${
        group === null ? '' : ((group as Named).computedName ?? group.textContent ?? '')
      }`;
      byName.set(key, (byName.get(key) ?? new Set()).add(`field ${number}`));
    }

    const target = thing.matches('input[type="radio"], input[type="checkbox"], [type="file"]')
      ? (thing.closest('label') ?? thing)
      : thing;
    const style = getComputedStyle(target);
    const drawn = getComputedStyle(target, '::after');
    // What lies over a whole row makes the row the target.
    const whole = drawn.content !== 'none' && drawn.position === 'absolute' && style.position === 'static';
    const box = (whole ? (target.offsetParent ?? target) : target).getBoundingClientRect();
    const around = target.parentElement;
    const inWords =
      style.display === 'inline' &&
      around !== null &&
      tidy(around.textContent ?? '') !== tidy(target.textContent ?? '');
    // What is only heard, and what another thing of the same name stands for, is no target.
    if (box.width <= 1 || box.height <= 1 || inWords || hides(target)) continue;
    // What is drawn after it can be hit too.
    const more = (one: string, other: string): number =>
      whole || drawn.content === 'none' || drawn.position !== 'absolute'
        ? 0
        : Math.max(0, -(Number.parseFloat(one) || 0)) + Math.max(0, -(Number.parseFloat(other) || 0));
    const [width, height] = [
      box.width + more(drawn.left, drawn.right),
      box.height + more(drawn.top, drawn.bottom),
    ];
    const least = Math.round(Math.min(width, height) * 10) / 10;
    const told = `${least} px: ${where} “${name.slice(0, 40)}”`;
    if (least < 24) found.size24.push(told);
    else if (least < 43.5) found.size44.push(told);
  }
  for (const [name, leads] of byName)
    if (leads.size > 1) found.names.push(`${leads.size} things are called “${name.slice(0, 100)}”`);
  return found;
}

/** What must be moved sideways, and words that are cut off. */
export function fitFacts(): string[] {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide in ${clientWidth}`);
  const scrolls = (element: Element | null): boolean => {
    for (let one = element; one !== null && one !== document.body; one = one.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.childElementCount > 0 && ![...element.childNodes].some((one) => one.nodeType === 3)) continue;
    const words = (element.textContent ?? '').trim();
    if (words === '' || element.closest('.visually-hidden, [aria-hidden="true"], [inert], svg') !== null)
      continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    const style = getComputedStyle(element);
    const cuts =
      (['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2);
    if (cuts && style.display !== 'inline')
      found.push(
        `cut off: ${element.tagName.toLowerCase()}.${String(element.className)} “${words.slice(0, 40)}”`,
      );
    else if ((box.right > clientWidth + 1 || box.left < -1) && !scrolls(element) && !element.matches('.skip'))
      found.push(
        `past the edge: ${element.tagName.toLowerCase()}.${String(element.className)} “${words.slice(0, 40)}”`,
      );
  }
  return [...new Set(found)].slice(0, 12);
}

/** Goes to each stop by itself, as Tab does, and says which of them something else lies over. */
export function coverFacts(): string[] {
  const found: string[] = [];
  const before = document.activeElement;
  const stops = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
  );
  for (const stop of stops) {
    if (stop.tabIndex < 0 || stop.closest('[inert], [aria-hidden="true"]') !== null) continue;
    if (stop.getClientRects().length === 0) continue;
    stop.focus();
    if (document.activeElement !== stop) continue;
    const shown = stop.closest('label') ?? stop;
    const box = shown.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const points: [number, number][] = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 3, top + 3],
      [right - 3, bottom - 3],
    ];
    const open =
      right > left &&
      bottom > top &&
      points.some(([x, y]) => {
        const above = document.elementFromPoint(x, y);
        return above !== null && (shown.contains(above) || above.contains(shown));
      });
    if (!open)
      found.push(
        `covered: ${stop.tagName.toLowerCase()}.${String(stop.className)} “${(stop.getAttribute('aria-label') ?? stop.textContent ?? '').trim().slice(0, 40)}”`,
      );
  }
  if (before instanceof HTMLElement) before.focus();
  else (document.activeElement as HTMLElement | null)?.blur();
  return found.slice(0, 12);
}

/** What would move although the person asked for no movement. */
export function motionFacts(): string[] {
  const found: string[] = [];
  for (const animation of document.getAnimations()) {
    const { duration } = animation.effect?.getComputedTiming() ?? {};
    if (typeof duration === 'number' && duration > 1) found.push(`moves for ${duration} ms`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element);
    const longest = Math.max(
      ...`${style.transitionDuration},${style.animationDuration}`.split(',').map(Number.parseFloat),
    );
    if (longest > 0.01)
      found.push(`${element.tagName.toLowerCase()}.${String(element.className)} for ${longest} s`);
  }
  return [...new Set(found)].slice(0, 8);
}

/** What has lost its edge, its sign or its words in the colours of the system. */
export function forcedFacts(): string[] {
  const found: string[] = [];
  const shows = (element: Element): boolean => element.getClientRects().length > 0;
  for (const control of document.querySelectorAll<HTMLElement>(
    'button.button:not(.quiet), a.button:not(.quiet), input:not([type="radio"], [type="checkbox"], [type="file"], [type="hidden"]), textarea, select',
  )) {
    if (!shows(control) || control.closest('.visually-hidden') !== null) continue;
    let edged = false;
    for (
      let one: HTMLElement | null = control, far = 0;
      one !== null && far < 3;
      one = one.parentElement, far += 1
    ) {
      const style = getComputedStyle(one);
      if (Number.parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== 'none') edged = true;
    }
    if (!edged) found.push(`no edge: ${control.tagName.toLowerCase()}.${control.className}`);
  }
  for (const sign of document.querySelectorAll('svg')) {
    // The tick of a box that is not ticked is not there.
    if (
      !shows(sign) ||
      sign.closest('.rota-add') !== null ||
      sign.closest('label')?.querySelector('input:not(:checked)') != null
    )
      continue;
    const { stroke, fill, color } = getComputedStyle(sign);
    const ground = getComputedStyle(sign.parentElement ?? document.body).backgroundColor;
    if ((stroke === 'none' || stroke === ground) && (fill === 'none' || fill === ground) && color === ground)
      found.push(`a sign that can't be seen: ${sign.getAttribute('class') ?? ''}`);
  }
  return [...new Set(found)].slice(0, 8);
}

/** The words of the page, one block a line, without figures of tables. */
export function wordsOfPage(): string[] {
  const main =
    document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document.querySelector('main');
  if (main === null) return [];
  const blocks = new Set([
    'P',
    'LI',
    'H1',
    'H2',
    'H3',
    'H4',
    'LEGEND',
    'LABEL',
    'DT',
    'DD',
    'TH',
    'TD',
    'CAPTION',
    'BUTTON',
    'SUMMARY',
    'DIV',
    'SECTION',
    'A',
  ]);
  const found: string[] = [];
  const walk = (element: Element): void => {
    if (!(element instanceof HTMLElement) || element.getClientRects().length === 0) return;
    if (
      element.getAttribute('aria-hidden') === 'true' ||
      element.matches('select, textarea, [data-own-words]')
    )
      return;
    const inside = [...element.children].some(
      (child) => blocks.has(child.tagName) || getComputedStyle(child).display !== 'inline',
    );
    if (inside) for (const child of element.children) walk(child);
    else {
      const text = element.innerText.replace(/\s+/g, ' ').trim();
      if (text !== '') found.push(text);
    }
  };
  walk(main);
  return found;
}
