/** The command line speaks French unless the terminal is set to English. */
export function say(fr: string, en: string): string {
  const language = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'fr'
  return /^en/i.test(language) ? en : fr
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Progress on standard error: in place on a terminal, every tenth step elsewhere. */
export function progress(label: string, done: number, total: number): void {
  const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
  if (process.stderr.isTTY) process.stderr.write(`\r${label} ${percent} %${done >= total ? '\n' : ''}`)
  else if (done >= total) process.stderr.write(`${label} 100 %\n`)
}
