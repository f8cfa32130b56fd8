/** Saves what the browser holds, or what an address gives, as a file. */
export function download(content: Blob | string, name: string): void {
  const address = typeof content === 'string' ? content : URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  if (typeof content !== 'string') setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
