import { print, say } from './say.ts'
import { UsageError } from './usage-error.ts'

type Run = (args: readonly string[]) => Promise<number>
type Action = {
  /** What is typed after `encours einvoice`. */
  readonly usage: readonly [fr: string, en: string]
  readonly what: readonly [fr: string, en: string]
  load(): Promise<Run>
}

const ACTIONS: Readonly<Record<string, Action>> = {
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
export async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    for (const { usage, what } of Object.values(ACTIONS)) print(`encours einvoice ${say(...usage)}\n    ${say(...what)}`)
    return name === undefined ? 2 : 0
  }
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  if (!action) throw new UsageError(say(`« ${name} » n’est pas une action.`, `“${name}” is no action.`))
  if (args.includes('--help')) {
    print(`encours einvoice ${say(...action.usage)}\n    ${say(...action.what)}`)
    return 0
  }
  try {
    return await (
      await action.load()
    )(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${error.message}\nencours einvoice ${say(...action.usage)}`)
  }
}
