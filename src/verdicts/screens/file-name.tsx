import { Group, Text } from '@mantine/core'
import { IconFileTypePdf, IconFileTypeXml } from '@tabler/icons-react'
import classes from './file-name.module.css'

/** The file in question; `words` say in what it is written. */
export function FileName({ file, words }: { file: File; words?: string }) {
  const Shown = /\.pdf$/i.test(file.name) ? IconFileTypePdf : IconFileTypeXml
  return (
    <Group gap="sm" wrap="nowrap" mb="sm" align="flex-start" c="dimmed">
      <Shown size={20} stroke={1.5} aria-hidden className={classes.icon} />
      <Text className={classes.words}>
        <span className={classes.name}>{file.name}</span>
        {words !== undefined && <span>{words}</span>}
      </Text>
    </Group>
  )
}
