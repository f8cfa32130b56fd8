/** The browser of the machine: nothing is downloaded, and when there is none the person is told how to install it. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/** Nothing but our own pages: no sandbox to set up, no updates, no call home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const HOW_TO_INSTALL = `Aucun Chromium sur cette machine. Debian et Ubuntu : « apt-get install chromium » ; ailleurs, installez Chrome ou Chromium
et donnez son chemin dans la variable CHROMIUM.
No Chromium on this machine. Debian and Ubuntu: "apt-get install chromium"; elsewhere, install Chrome or Chromium
and give its path in the variable CHROMIUM.`

export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROMIUM']
  if (given !== undefined && given !== '') return isProgram(given) ? given : undefined
  const folders = (env['PATH'] ?? '').split(delimiter)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isProgram)
}

/** Each launch has a new folder for its profile, removed when it closes. Who started us ends us: see `run.ts`. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS, headless: true, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
