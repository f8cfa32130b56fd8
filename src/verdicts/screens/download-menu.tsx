/** What can be made of the file that was judged. */
import { Button, Menu } from '@mantine/core'
import { IconArrowsExchange, IconBrowser, IconChevronDown, IconDownload, IconFileTypePdf, IconFileTypeXml } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { download } from '#ui/download'
import { useTexts } from '#ui/locale'
import { notifyDone, notifyRefused } from '#ui/notify'
import { type Converted, type Verdict, verdicts } from './api.tsx'
import { LossDialog } from './loss-dialog.tsx'
import { verdictTexts } from './texts.ts'

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

export function DownloadMenu({ file, verdict }: { file: File; verdict: Verdict }) {
  const texts = useTexts(verdictTexts)
  const [asking, setAsking] = useState(false)
  const other = verdict.syntax === 'CII' ? 'UBL' : 'CII'
  const fetched = { onSuccess: (made: File) => download(made, made.name), onError: notifyRefused }
  const show = useMutation({ ...verdicts.show.mutationOptions(), ...fetched })
  const extract = useMutation({ ...verdicts.extract.mutationOptions(), ...fetched })
  const convert = useMutation({
    ...verdicts.convert.mutationOptions(),
    onSuccess: (made) => {
      if (made.losses.length + made.faults.length > 0) {
        setAsking(true)
        return
      }
      save(made)
      notifyDone(texts.converted(other))
    },
    onError: notifyRefused,
  })
  const save = ({ name, xml }: Converted) => download(new File([xml], name, { type: 'text/xml' }), name)
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button
            variant="default"
            loading={show.isPending || extract.isPending || convert.isPending}
            leftSection={<IconDownload {...icon} />}
            rightSection={<IconChevronDown {...icon} />}
          >
            {texts.download}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFileTypePdf {...icon} />} onClick={() => show.mutate({ file, format: 'pdf' })}>
            {texts.readablePdf}
          </Menu.Item>
          <Menu.Item leftSection={<IconBrowser {...icon} />} onClick={() => show.mutate({ file, format: 'html' })}>
            {texts.readablePage}
          </Menu.Item>
          {verdict.hybrid && (
            <Menu.Item leftSection={<IconFileTypeXml {...icon} />} onClick={() => extract.mutate({ file })}>
              {texts.attachedXml}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowsExchange {...icon} />}
            onClick={() => convert.mutate({ file, to: other === 'CII' ? 'cii' : 'ubl' })}
          >
            {texts.convertTo(other)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LossDialog
        opened={asking}
        converted={convert.data}
        syntax={other}
        shown={verdict.shown}
        onAccept={(made) => {
          save(made)
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
