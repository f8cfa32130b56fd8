import { formatDecimal, type Locale } from '#core/text'

let chosen: Locale | undefined

/** For this command, whatever the terminal says; nothing goes back to it. */
export function speak(locale: Locale | undefined): void {
  chosen = locale
}

/** The command line speaks French unless the terminal is set to English. */
export function language(): Locale {
  if (chosen !== undefined) return chosen
  const wished = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'fr'
  return /^en/i.test(wished) ? 'en' : 'fr'
}

export function say(fr: string, en: string): string {
  return language() === 'en' ? en : fr
}

/** `23,6` in French, `23.6` in English. */
export function figure(value: number | bigint, decimals = 0): string {
  return formatDecimal(typeof value === 'bigint' ? String(value) : value.toFixed(decimals), language())
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
