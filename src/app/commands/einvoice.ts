import { type Actions, runAction } from './actions.ts'

const ACTIONS: Actions = {
  check: {
    usage: ['check <fichier>… [--json] [--schemas <dossier>] [--fr|--en]', 'check <file>… [--json] [--schemas <folder>] [--fr|--en]'],
    what: ['juge chaque facture, et dit ce qui ne va pas', 'judges each invoice, and tells what is wrong'],
    load: async () => (await import('./einvoice/check.ts')).check,
  },
  show: {
    usage: ['show <fichier>… [--html|--pdf] [--fr|--en] [--to <dossier>]', 'show <file>… [--html|--pdf] [--fr|--en] [--to <folder>]'],
    what: ['la facture lisible, en une page HTML ou en PDF', 'the invoice for a person to read, as an HTML page or a PDF'],
    load: async () => (await import('./einvoice/show.ts')).show,
  },
  convert: {
    usage: [
      'convert <fichier>… --as cii|ubl|minimum|basic-wl|basic|en16931|extended|ctc [--to <dossier>]',
      'convert <file>… --as cii|ubl|minimum|basic-wl|basic|en16931|extended|ctc [--to <folder>]',
    ],
    what: [
      'l’autre syntaxe, ou un profil de Factur-X, et ce qui n’y tient pas',
      'the other syntax, or a profile of Factur-X, and what has no place in it',
    ],
    load: async () => (await import('./einvoice/convert.ts')).convert,
  },
  extract: {
    usage: ['extract <fichier>… [--to <dossier>]', 'extract <file>… [--to <folder>]'],
    what: ['le XML que porte un PDF, octet pour octet', 'the XML that a PDF carries, byte for byte'],
    load: async () => (await import('./einvoice/extract.ts')).extract,
  },
  pack: {
    usage: [
      'pack <facture.xml> <page.pdf> --to <fichier.pdf> [--level minimum|basic-wl|basic|en16931|extended]',
      'pack <invoice.xml> <page.pdf> --to <file.pdf> [--level minimum|basic-wl|basic|en16931|extended]',
    ],
    what: ['joint la facture au PDF, en Factur-X', 'attaches the invoice to the PDF, as Factur-X'],
    load: async () => (await import('./einvoice/pack.ts')).pack,
  },
}

/** Electronic invoices as files: needs no database and no installation. */
export const run = (args: readonly string[]): Promise<number> => runAction('einvoice', ACTIONS, args)
