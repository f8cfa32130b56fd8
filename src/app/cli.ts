/** The command `encours`: one table of commands, each its own file. */
import { DatabaseStartError } from '#platform/db/launcher'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { demoCommand } from './commands/demo.ts'
import { migrateCommand } from './commands/migrate.ts'
import { say } from './commands/say.ts'
import { startCommand } from './commands/start.ts'
import { userCommand } from './commands/user.ts'
import { verifyCommand } from './commands/verify.ts'

export type Command = { readonly usage: string; readonly fr: string; readonly en: string; run(args: readonly string[]): Promise<number> }

const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  migrate: migrateCommand,
  demo: demoCommand,
  verify: verifyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  user: userCommand,
}

function help(): string {
  const rows = Object.values(COMMANDS).map((command) => `  encours ${command.usage.padEnd(44)} ${say(command.fr, command.en)}`)
  return `${say('Commandes', 'Commands')} :\n${rows.join('\n')}\n`
}

async function main(): Promise<number> {
  const [name = 'help', ...args] = process.argv.slice(2)
  const command = COMMANDS[name]
  if (!command) {
    process.stdout.write(help())
    return name === 'help' || name === '--help' || name === '-h' ? 0 : 2
  }
  return command.run(args)
}

try {
  process.exitCode = await main()
} catch (error) {
  const sentence = error instanceof DatabaseStartError ? say(error.sentences.fr, error.sentences.en) : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
