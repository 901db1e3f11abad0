/** A name as it is compared: no accents, case, points or doubled spaces. `Ó Súilleabháin, Seán` is `o suilleabhain sean`. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
