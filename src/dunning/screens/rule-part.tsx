import { Button, Group, List, NumberInput, Stack, Switch, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoney } from '#core/text'
import { confirm } from '#ui/confirm'
import { Section } from '#ui/facts'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { dunning } from './api.tsx'
import { screenTexts } from './texts.ts'

type Rule = { readonly enabled: boolean; readonly delayDays: number; readonly minimumGapDays: number }

const MOST_DAYS = 90

export function RulePart() {
  const settings = useQuery(dunning.settings.queryOptions())
  if (settings.isPending) return <LoadingSkeleton shape="form" rows={3} />
  if (settings.isError) return <RefusedState error={settings.error} onRetry={() => void settings.refetch()} />
  return <RuleForm rule={settings.data} />
}

/** The rule, beside what it would send: nobody switches it on without having seen that. */
function RuleForm({ rule }: { rule: Rule }) {
  const texts = useTexts(screenTexts)
  const may = useCan('dunning:write')
  const [delayDays, setDelayDays] = useState(rule.delayDays)
  const [asked] = useDebouncedValue(delayDays, 300)
  const preview = useQuery({ ...dunning.preview.queryOptions({ input: { delayDays: asked } }), placeholderData: keepPreviousData })
  const refreshes = [dunning.key()]
  const start = useSave(dunning.saveSettings.mutationOptions(), {
    refreshes,
    onSaved: ({ enabled }) => notifyDone(enabled ? texts.started : texts.stopped),
  })
  const delay = useSave(dunning.saveSettings.mutationOptions(), { refreshes, onSaved: () => notifyDone(texts.delaySaved) })
  const toggle = async () => {
    const enabled = !rule.enabled
    const would = preview.data
    const question = {
      title: texts.enableTitle,
      ...(would && { explanation: would.sentence, touches: { documents: would.invoices, amount: would.total } }),
      undoable: true,
      verb: texts.enable,
    }
    if (!enabled || (await confirm(question))) start.save({ enabled, delayDays })
  }
  return (
    <Stack gap="lg" mt="md" maw={640}>
      <Switch
        label={texts.enabled}
        description={texts.enabledHelp}
        checked={rule.enabled}
        disabled={!may || start.saving}
        onChange={() => void toggle()}
      />
      <Group align="end" gap="sm">
        <NumberInput
          label={texts.delay}
          value={delayDays}
          min={1}
          max={MOST_DAYS}
          clampBehavior="strict"
          allowDecimal={false}
          disabled={!may}
          onChange={(value) => typeof value === 'number' && value >= 1 && setDelayDays(value)}
          w={200}
        />
        {may && delayDays !== rule.delayDays && (
          <Button variant="default" loading={delay.saving} onClick={() => delay.save({ enabled: rule.enabled, delayDays })}>
            {texts.saveDelay}
          </Button>
        )}
      </Group>
      <Text c="dimmed">{texts.gap(rule.minimumGapDays)}</Text>
      <Section title={texts.preview}>
        {preview.isError && <RefusedState error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data ? <Preview {...preview.data} /> : <LoadingSkeleton shape="list" rows={3} />}
      </Section>
    </Stack>
  )
}

type PreviewRow = {
  readonly customerId: string
  readonly customerName: string
  readonly invoices: number
  readonly total: string
  readonly channel: 'email' | 'letter'
}

function Preview({
  customers,
  rows,
  sentence,
}: {
  readonly customers: number
  readonly rows: readonly PreviewRow[]
  readonly sentence: string
}) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  return (
    <Stack gap="sm">
      <Text fw={600}>{sentence}</Text>
      <List>
        {rows.map(({ channel, customerId, customerName, invoices, total }) => (
          <List.Item key={customerId}>
            {[customerName, texts.invoiceCount(invoices), formatMoney(total, locale), texts.channels[channel]].join(' · ')}
          </List.Item>
        ))}
      </List>
      {customers > rows.length && <Text c="dimmed">{texts.andOthers(customers - rows.length)}</Text>}
    </Stack>
  )
}
