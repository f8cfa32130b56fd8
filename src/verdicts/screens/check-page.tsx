/** « Contrôler une facture électronique »: files come in by drop or button, each gets its verdict, nothing is kept. */
import { Anchor, Button, FileButton } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { DropArea } from '#ui/drop-area'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { CheckList } from './check-list.tsx'
import { CheckView } from './check-view.tsx'
import { DropInvitation } from './drop-invitation.tsx'
import { checkRoute } from './routes.tsx'
import { verdictTexts } from './texts.ts'
import { MOST_FILES, useChecks } from './use-checks.tsx'

const ACCEPTED = '.xml,.pdf,application/xml,text/xml,application/pdf'

export function CheckPage() {
  const texts = useTexts(verdictTexts)
  const { company } = checkRoute.useParams()
  const { fichier } = checkRoute.useSearch()
  const navigate = checkRoute.useNavigate()
  const { add, checks, clear, leftOut } = useChecks()
  const chooser = useRef<HTMLButtonElement>(null)
  const open = (id: number | undefined) => void navigate({ search: id === undefined ? {} : { fichier: id } })
  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    if (files.length > MOST_FILES) notifyDone(texts.tooMany(MOST_FILES))
    const first = add(files)
    open(files.length === 1 ? first : undefined)
  }
  usePageKeys([{ key: 'o', label: texts.keyChoose, run: () => chooser.current?.click() }])
  const alone = checks.length === 1 ? checks[0] : undefined
  const opened = checks.find(({ id }) => id === fichier) ?? alone
  const empty = checks.length === 0
  const button = (
    <FileButton multiple accept={ACCEPTED} onChange={take} inputProps={{ 'aria-label': texts.choose }}>
      {(props) => (
        <Button
          {...props}
          ref={chooser}
          variant={empty ? 'filled' : 'default'}
          leftSection={<IconFileSearch size={16} stroke={1.5} aria-hidden />}
        >
          {empty ? texts.choose : texts.chooseOthers}
        </Button>
      )}
    </FileButton>
  )
  return (
    <DropArea words={texts.dropHere} onFiles={take}>
      <PageHeader
        title={texts.title}
        summary={texts.notKept}
        back={
          opened &&
          checks.length > 1 && (
            <Anchor component={Link} to={`/${company}/controle`} size="xs">
              {texts.allFiles(checks.length)}
            </Anchor>
          )
        }
        actions={!empty && button}
      />
      {empty && <DropInvitation button={button} />}
      {opened && <CheckView key={opened.id} check={opened} />}
      {!empty && !opened && <CheckList checks={checks} leftOut={leftOut} onOpen={open} onClear={clear} />}
    </DropArea>
  )
}
