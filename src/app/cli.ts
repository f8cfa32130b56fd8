import { runCommand } from './command-line.ts'

// Who reads may have seen enough (`| head`): the rest is judged all the same, for the exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await runCommand(process.argv.slice(2))
