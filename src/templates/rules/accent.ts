/** A company's colour, dark enough to be read on white paper: WCAG 2.2 asks 4.5 to 1 for text. */
const CONTRAST_ASKED = 4.5
const DEFAULT_ACCENT = '#1f4e79'
const STEPS = 40

/** `#rrggbb` as given when it reads well on white, else the same hue darkened until it does. Anything else gives the house blue. */
export function readableAccent(color: string): string {
  const channels = channelsOf(color) ?? channelsOf(DEFAULT_ACCENT) ?? []
  for (let step = STEPS; step > 0; step--) {
    const darker = channels.map((channel) => Math.round((channel * step) / STEPS))
    if (contrastWithWhite(darker) >= CONTRAST_ASKED) return hex(darker)
  }
  return hex(channels.map(() => 0))
}

function channelsOf(color: string): number[] | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  return match?.slice(1).map((channel) => Number.parseInt(channel, 16))
}

/** Contrast ratio of WCAG 2: (1.05) / (relative luminance + 0.05). */
function contrastWithWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => linear(channel / 255))
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

const hex = (channels: readonly number[]): string => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
