/** Where a command writes what it makes of files: on standard output for one, in a folder for several. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { shownValue } from '#einvoice'
import { print, say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { LONGEST_SHOWN } from '../files/each-file.ts'

type Write = (file: string, ending: string, content: string | Uint8Array) => Promise<void>

/** Answers how to write: `facture.pdf` with the ending `.xml` is `facture.xml` in the folder of `--to`; of two files of one name, the second is `facture-2.xml`. */
export function outputFor(words: readonly string[], to: string | undefined): Write {
  const [only = '', ...others] = words
  if (to === undefined && (others.length > 0 || /[*?[{]|^-$/.test(only)))
    throw new UsageError(
      say('Plusieurs fichiers : --to DOSSIER dit où les écrire.', 'Several files: --to FOLDER says where to write them.'),
    )
  const times = new Map<string, number>()
  return async (file, ending, content) => {
    if (to === undefined) {
      process.stdout.write(content)
      return
    }
    const stem = basename(file, extname(file))
    const time = (times.get(stem) ?? 0) + 1
    times.set(stem, time)
    await writeNew(join(to, `${stem}${time === 1 ? '' : `-${time}`}${ending}`), content)
  }
}

/** What is there already is somebody's; a folder that is not is made. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { flag: 'wx' })
  print(shownValue(path, LONGEST_SHOWN))
}
