/** Joins characters into words and lines by where they are drawn. */
import type { Matrix } from './matrix.ts'

/** Where along the line that starts at the matrix a text begins and ends, in units of the text. */
type Drawn = { readonly from: number; readonly to: number; readonly size: number }

export type Sheet = {
  readonly add: (text: string, at: Matrix, drawn: Drawn) => void
  readonly newLine: () => void
  readonly text: () => string
}

/** Shares of the font's size: a narrower gap is kerning, a larger step aside is another line. */
const WORD_GAP = 0.16
const LINE_STEP = 0.5
const MAX_CHARACTERS = 1_000_000

export function newSheet(): Sheet {
  let parts: string[] = []
  let end: { readonly x: number; readonly y: number } | undefined
  let length = 0
  const add: Sheet['add'] = (text, [a, b, c, d, e, f], { from, to, size }) => {
    if (text === '' || length > MAX_CHARACTERS) return
    length += text.length
    const [x, y] = [e + from * a, f + from * b]
    const [stepX, stepY] = [x - (end?.x ?? x), y - (end?.y ?? y)]
    const along = Math.hypot(a, b) || 1
    // How far the text lies from the end of the last one: across its line, and along it.
    const across = Math.abs(stepX * b - stepY * a) / along
    if (across > LINE_STEP * size * (Math.hypot(c, d) || 1)) parts.push('\n')
    else if (Math.abs(stepX * a + stepY * b) / along > WORD_GAP * size * along) parts.push(' ')
    parts.push(text)
    end = { x: e + to * a, y: f + to * b }
  }
  return {
    add,
    newLine: () => parts.push('\n'),
    text: () => {
      const whole = parts.join('').replace(/[ \u00a0\u202f\u2007\u2009]+/g, ' ')
      parts = [whole]
      return whole
    },
  }
}
