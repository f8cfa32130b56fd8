import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import classes from './row-link.module.css'

type Props = { href: string; onOpen?: (() => void) | undefined; children: ReactNode }

/** The name of a row: a plain click opens its panel, a click meant for a new tab opens its page. */
export function RowLink({ href, onOpen, children }: Props) {
  const open = (event: MouseEvent) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    onOpen()
  }
  return (
    <Link to={href} className={classes.link} onClick={open}>
      {children}
    </Link>
  )
}
