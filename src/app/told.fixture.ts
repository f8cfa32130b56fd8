import { vi } from 'vitest'
import { runCommand } from './command-line.ts'

export type Told = { readonly code: number; readonly said: string; readonly errors: string }

/** Runs a command in this process and tells what it said. */
export async function toldBy(...args: readonly string[]): Promise<Told> {
  const told = { said: '', errors: '' }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((told.said += Buffer.from(text).toString()), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told.errors += String(text)), true)),
  ]
  try {
    return { code: await runCommand(args), ...told }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
