const TAG = /<(\/?)[^<>]*?(\/?)>([^<]*)/g

/** XML of our writers with a line for each element, as people and tools that compare files like it. Texts stay as they are. */
export function indented(xml: string): string {
  const [head = ''] = /^(?:<\?xml[^>]*\?>)?\s*/.exec(xml) ?? []
  const lines: string[] = head === '' ? [] : [head.trim()]
  let depth = 0
  let isOpen = false
  for (const [whole, closing, empty, text = ''] of xml.slice(head.length).matchAll(TAG)) {
    const tag = whole.slice(0, whole.length - text.length)
    if (closing === '/') {
      depth -= 1
      if (isOpen) lines.push(`${lines.pop()}${tag}`)
      else lines.push(`${'  '.repeat(depth)}${tag}`)
      isOpen = false
      continue
    }
    const isLeafText = empty === '' && text !== ''
    lines.push(`${'  '.repeat(depth)}${tag}${isLeafText ? text : ''}`)
    isOpen = empty === ''
    if (empty === '') depth += 1
  }
  return `${lines.join('\n')}\n`
}
