import { namesHmrc, type PreparedCandidate, type PreparedLine } from './match-text';

/** Candidates in the order of their days, so that those near a day are found without looking at the others. */
class DatedList {
  readonly #undated: PreparedCandidate[] = [];
  #dated: PreparedCandidate[] = [];
  #sorted = true;

  add(one: PreparedCandidate): void {
    if (one.day === undefined) this.#undated.push(one);
    else {
      this.#dated.push(one);
      this.#sorted = false;
    }
  }

  /** Those from one day to another, both included, and those of no day. */
  between(from: number, to: number, found: Set<PreparedCandidate>): void {
    for (const one of this.#undated) found.add(one);
    if (!this.#sorted) {
      this.#dated = this.#dated.sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
      this.#sorted = true;
    }
    let low = 0;
    let high = this.#dated.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dated[middle]?.day ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < this.#dated.length; at += 1) {
      const one = this.#dated[at];
      if (one === undefined || (one.day ?? 0) > to) return;
      found.add(one);
    }
  }
}

function into(lists: Map<string | number, DatedList>, key: string | number, one: PreparedCandidate): void {
  const list = lists.get(key);
  if (list === undefined) {
    const made = new DatedList();
    made.add(one);
    lists.set(key, made);
  } else list.add(one);
}

/** The farthest days that any kind of candidate may lie before and after a line. */
export const FARTHEST_BEFORE = 200;
export const FARTHEST_AFTER = 62;

/** Finds the few candidates that a line could be, by amount, payee and words, instead of looking at all of them. */
export class CandidateIndex {
  readonly #byAmount = new Map<string | number, DatedList>();
  readonly #byWord = new Map<string | number, DatedList>();
  readonly #byPayee = new Map<string | number, DatedList>();
  readonly #hmrc = new DatedList();
  readonly #agreements: PreparedCandidate[] = [];
  /** Wages by the day they are due, for several paid at once. */
  readonly wages = new DatedList();
  readonly receipts = new DatedList();

  constructor(candidates: readonly PreparedCandidate[]) {
    for (const one of candidates) {
      const { kind, amount } = one.candidate;
      if (kind === 'direct-payment' || kind === 'client-contribution') {
        this.#agreements.push(one);
        continue;
      }
      if (kind === 'regular') {
        into(this.#byPayee, one.payee, one);
        continue;
      }
      if (kind !== 'payee') into(this.#byAmount, amount, one);
      if (kind === 'hmrc') this.#hmrc.add(one);
      for (const word of new Set(one.words)) into(this.#byWord, word, one);
      if (kind === 'wage') this.wages.add(one);
      if (kind === 'receipt') this.receipts.add(one);
    }
  }

  /** Every candidate that a line could be. */
  around(line: PreparedLine): ReadonlySet<PreparedCandidate> {
    const found = new Set<PreparedCandidate>(this.#agreements);
    const from = line.day - FARTHEST_BEFORE;
    const to = line.day + FARTHEST_AFTER;
    this.#byAmount.get(line.amount)?.between(from, to, found);
    this.#byPayee.get(line.payee)?.between(from, to, found);
    for (const word of line.words) this.#byWord.get(word)?.between(from, to, found);
    if (namesHmrc(line)) this.#hmrc.between(from, to, found);
    return found;
  }
}
