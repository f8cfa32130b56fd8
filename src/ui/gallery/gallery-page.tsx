import { Button, Stack, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../locale.tsx'
import { PageHeader } from '../page-header.tsx'
import { FiguresPart } from './figures-part.tsx'
import { FormPart } from './form-part.tsx'
import { ListPart } from './list-part.tsx'
import { ActsPart, StatesPart } from './states-part.tsx'
import { galleryTexts } from './texts.tsx'

export function GalleryPage() {
  const texts = useTexts(galleryTexts)
  const actions = (
    <>
      <Button variant="default">{texts.export}</Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />}>{texts.newInvoice}</Button>
    </>
  )
  return (
    <>
      <PageHeader title={texts.title} summary={texts.summary} actions={actions} />
      <Stack gap={48}>
        <FiguresPart />
        <Part title={texts.invoices}>
          <ListPart />
        </Part>
        <Part title={texts.form}>
          <FormPart />
        </Part>
        <Part title={texts.acts}>
          <ActsPart />
        </Part>
        <Part title={texts.states}>
          <StatesPart />
        </Part>
      </Stack>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="md">
        {title}
      </Title>
      {children}
    </section>
  )
}
