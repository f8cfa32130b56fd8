/** Where to go after signing in: the page one was sent away from, never another host (`//evil.example`, `/\evil.example`). */
export function returnAddress(asked: string | undefined): string {
  return asked !== undefined && /^\/(?![/\\])[^\p{Cc}]*$/u.test(asked) ? asked : '/'
}
