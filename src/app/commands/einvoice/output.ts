/** Where a command writes what it makes of files: on standard output for one, in a folder for several. */
import { writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { print, say } from '../say.ts'
import { UsageError } from '../usage-error.ts'

type Write = (file: string, ending: string, content: string | Uint8Array) => Promise<void>

/** Answers how to write: `facture.pdf` with the ending `.xml` is `facture.xml` in the folder of `--to`. */
export function outputFor(words: readonly string[], to: string | undefined): Write {
  const [only = '', ...others] = words
  if (to === undefined && (others.length > 0 || /[*?[{]|^-$/.test(only)))
    throw new UsageError(
      say('Plusieurs fichiers : --to DOSSIER dit où les écrire.', 'Several files: --to FOLDER says where to write them.'),
    )
  return async (file, ending, content) => {
    if (to === undefined) process.stdout.write(content)
    else await writeNew(join(to, `${basename(file, extname(file))}${ending}`), content)
  }
}

/** What is there already is somebody's. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content, { flag: 'wx' })
  print(path)
}
