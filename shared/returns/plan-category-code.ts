/** A kind of spending of the plan as headings name it: `Respite care` is `respite-care`. */
export function planCategoryCode(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
}
