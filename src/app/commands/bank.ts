import { type Actions, runAction } from './actions.ts'

const ACTIONS: Actions = {
  read: {
    usage: ['read <fichier>… [--json|--csv]', 'read <file>… [--json|--csv]'],
    what: [
      'lit des relevés (camt, CFONB, MT940, OFX, QIF, CSV, XLSX, zip) comme les lirait un import, et n’en garde rien',
      'reads statements (camt, CFONB, MT940, OFX, QIF, CSV, XLSX, zip) as an import would, and keeps nothing',
    ],
    load: async () => (await import('./bank/read.ts')).read,
  },
}

/** Bank statements as files: needs no database and no installation. */
export const run = (args: readonly string[]): Promise<number> => runAction('bank', ACTIONS, args)
