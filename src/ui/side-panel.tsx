/** A list with its panel at right, without leaving the list; on a narrow screen the panel slides over it. */
import { Anchor, CloseButton, Drawer, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from './locale.tsx'
import classes from './side-panel.module.css'
import { uiTexts } from './texts.tsx'

export type PanelProps = {
  title: string
  /** The address of the whole page, when there is one. */
  href?: string
  onClose: () => void
  children: ReactNode
}

export function WithPanel({ panel, children }: { panel: PanelProps | undefined; children: ReactNode }) {
  const roomy = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false })
  if (!roomy) return <PanelOver panel={panel}>{children}</PanelOver>
  return (
    <div className={classes.split} data-opened={panel !== undefined || undefined}>
      <div className={classes.list}>{children}</div>
      {panel && <Aside {...panel} />}
    </div>
  )
}

function Aside({ title, href, onClose, children }: PanelProps) {
  const texts = useTexts(uiTexts)
  return (
    <aside className={classes.panel} aria-label={texts.panel}>
      <div className={classes.head}>
        <Title order={2} size="h3" className={classes.title}>
          {title}
        </Title>
        {href !== undefined && (
          <Anchor component={Link} to={href} className={classes.visit}>
            {texts.openPage}
          </Anchor>
        )}
        <CloseButton aria-label={texts.close} onClick={onClose} />
      </div>
      {children}
    </aside>
  )
}

function PanelOver({ panel, children }: { panel: PanelProps | undefined; children: ReactNode }) {
  const texts = useTexts(uiTexts)
  return (
    <>
      {children}
      <Drawer
        opened={panel !== undefined}
        onClose={() => panel?.onClose()}
        position="right"
        size="md"
        title={panel?.title}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        {panel && (
          <>
            {panel.href !== undefined && (
              <Anchor component={Link} to={panel.href} className={classes.visitLine}>
                {texts.openPage}
              </Anchor>
            )}
            {panel.children}
          </>
        )}
      </Drawer>
    </>
  )
}
