/** The words of a document's state: the same on every page that shows one. */
import type { Texts } from '#core/text'

const fr = { draft: 'Brouillon', open: 'À échoir', late: 'En retard', settled: 'Réglée', credited: 'Annulée par avoir' }
const en: typeof fr = { draft: 'Draft', open: 'Not due', late: 'Late', settled: 'Paid', credited: 'Credited' }

export const stateWords: Texts<typeof fr> = { fr, en }
