import { writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { extractFacturX } from '#einvoice'
import { readArguments } from '../arguments.ts'
import { print, say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { namedFiles } from './files.ts'
import { ALL_VALID, readBytes, sentenceFor, SOME_UNREADABLE, unread } from './outcome.ts'

/** Writes the XML that each PDF carries, byte for byte: on standard output for one file, as `NAME.xml` in the folder of `--to` otherwise. */
export async function extract(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { to: 'string' }, words: Infinity })
  const [only, ...others] = words
  if (only === undefined) throw new UsageError(say('Aucun fichier n’est nommé.', 'No file is named.'))
  if (values.to === undefined && (others.length > 0 || /[*?[{]|^-$/.test(only)))
    throw new UsageError(
      say('Plusieurs fichiers : --to DOSSIER dit où les écrire.', 'Several files: --to FOLDER says where to write them.'),
    )
  let code = ALL_VALID
  for await (const file of namedFiles(words)) {
    try {
      const xml = extractFacturX(await readBytes(file))
      if (values.to === undefined) process.stdout.write(xml)
      else {
        const path = join(values.to, `${basename(file, extname(file))}.xml`)
        // What is there already is somebody's.
        await writeFile(path, xml, { flag: 'wx' })
        print(path)
      }
    } catch (error) {
      process.stderr.write(`${file}: ${sentenceFor(unread(error))}\n`)
      code = SOME_UNREADABLE
    }
  }
  return code
}
