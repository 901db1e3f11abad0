import type { ToPay } from '@shared/api/payments';
import { payments as words } from '../../../text/payments';

/** A name for each payment, by its key: two that would be called the same are told apart by their reference, else by a number. */
export function paymentNames(
  items: readonly Pick<ToPay, 'key' | 'reference'>[],
  nameOf: (index: number) => string,
): ReadonlyMap<string, string> {
  const countOf = (names: readonly string[], name: string): number =>
    names.filter((one) => one === name).length;
  const plain = items.map((_item, at) => nameOf(at));
  const referred = items.map(({ reference }, at) => {
    const name = plain[at] ?? '';
    return countOf(plain, name) > 1 && reference !== '' ? words.withReference(name, reference) : name;
  });
  return new Map(
    items.map(({ key }, at) => {
      const name = referred[at] ?? '';
      const before = countOf(referred.slice(0, at), name);
      return [key, before === 0 ? name : words.numbered(name, before + 1)];
    }),
  );
}
