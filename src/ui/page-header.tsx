/** The head of a page: where one is, in one line what it answers, and at most one primary button. */
import { Group, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './page-header.module.css'

type Props = {
  title: string
  /** A link back to the list, above the title. */
  back?: ReactNode
  /** One sentence that explains the page. */
  summary?: ReactNode
  /** A status beside the title. */
  status?: ReactNode
  /** Buttons at right, the primary one last. */
  actions?: ReactNode
}

export function PageHeader({ title, back, summary, status, actions }: Props) {
  useDocumentTitle(`${title} · Encours`)
  return (
    <div className={classes.header}>
      <div className={classes.words}>
        {back && <div className={classes.back}>{back}</div>}
        <Group gap="sm" align="center">
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {status}
        </Group>
        {summary && (
          <Text c="dimmed" maw={640} mt={4}>
            {summary}
          </Text>
        )}
      </div>
      {actions && <Group gap="sm">{actions}</Group>}
    </div>
  )
}
