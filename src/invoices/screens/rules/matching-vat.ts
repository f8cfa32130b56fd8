/** The VAT treatments that what one types may mean, in the order of menus: « 10 » is a rate, « auto » a case in words. */

type Choice = { readonly short: string; readonly label: string }

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\s\u0300-\u036F]/g, '')
    .replaceAll('.', ',')

export function matchingVat<C extends Choice>(choices: readonly C[], typed: string): readonly C[] {
  const words = bare(typed)
  if (words === '') return choices
  const starts = choices.filter(({ short }) => bare(short).startsWith(words))
  return /^\d/.test(words) ? starts : choices.filter(({ label, short }) => bare(short + label).includes(words))
}
