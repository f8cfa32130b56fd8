import { runCommand } from './command-line.ts'

/** Whoever reads what is said may have seen enough: `encours bank read *.xml | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await runCommand(process.argv.slice(2))
