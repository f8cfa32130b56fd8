import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import { notifyDone, notifyRefused } from '#ui/notify'
import { portal } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'

/** Copies the address of the hosted document, as the customer receives it by mail. */
export function HostedLink({ invoiceId }: { invoiceId: string }) {
  const texts = useTexts(documentTexts)
  const copy = async () => {
    const { url } = await portal.link.call({ id: invoiceId })
    await navigator.clipboard.writeText(url)
    notifyDone(texts.linkCopied)
  }
  return (
    <Button
      variant="default"
      leftSection={<IconLink size={16} stroke={1.5} aria-hidden />}
      onClick={() => void copy().catch(notifyRefused)}
    >
      {texts.copyLink}
    </Button>
  )
}
