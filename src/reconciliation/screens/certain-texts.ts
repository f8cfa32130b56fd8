import { plural, type Texts } from '#core/text'

const fr = {
  waiting: (count: number, more: boolean) =>
    `${more ? 'Plus de ' : ''}${count} ${plural('fr', count, 'ligne certaine', 'lignes certaines')}`,
  see: 'Les voir',
  title: 'Rapprochements certains',
  intro: 'Pour chacune, le payeur et le montant ne laissent pas de doute. Décochez celles que vous voulez voir vous-même.',
  all: 'Tout cocher',
  list: 'Lignes certaines',
  apply: (count: number) => (count === 1 ? 'Appliquer la ligne cochée' : `Appliquer les ${count}`),
  applied: (count: number, amount: string) => `${count} ${plural('fr', count, 'ligne rapprochée', 'lignes rapprochées')} pour ${amount}.`,
  applying: (done: number, lines: number) => `${done} sur ${lines} lignes rapprochées…`,
  undoing: (done: number, lines: number) => `${done} sur ${lines} rapprochements annulés…`,
  undone: (count: number) =>
    `${count} ${plural('fr', count, 'rapprochement annulé', 'rapprochements annulés')} : ${plural('fr', count, 'la ligne attend', 'les lignes attendent')} votre décision.`,
  left: (count: number) => `${count} ${plural('fr', count, 'ligne laissée', 'lignes laissées')} à traiter`,
  kept: (count: number) =>
    `${count} ${plural('fr', count, 'ligne modifiée depuis reste rapprochée', 'lignes modifiées depuis restent rapprochées')}`,
  exceptions: 'Lignes laissées',
  moreExceptions: (count: number) => `et ${count} ${plural('fr', count, 'autre', 'autres')}`,
  undoAll: 'Tout annuler',
  progress: 'Avancement',
  keySee: 'Voir les lignes certaines',
  close: 'Fermer',

  invitation: (count: number) =>
    count === 1
      ? 'Le rapprochement certain était juste. Appliquer d’office les suivants ?'
      : `Les ${count} rapprochements certains étaient justes. Les appliquer d’office ?`,
  invitationWhy: 'Chacun dira pourquoi, et restera annulable. Le réglage se change dans Options.',
  yes: 'Oui',
  later: 'Plus tard',
  never: 'Ne plus demander',
  switchedOn: 'Les rapprochements certains s’appliquent désormais d’office.',
}

const en: typeof fr = {
  waiting: (count, more) => `${more ? 'More than ' : ''}${count} certain ${plural('en', count, 'line', 'lines')}`,
  see: 'Show them',
  title: 'Certain matches',
  intro: 'In each, payer and amount leave no doubt. Untick those you want to see for yourself.',
  all: 'Tick all',
  list: 'Certain lines',
  apply: (count) => (count === 1 ? 'Apply the ticked line' : `Apply all ${count}`),
  applied: (count, amount) => `${count} ${plural('en', count, 'line', 'lines')} matched for ${amount}.`,
  applying: (done, lines) => `${done} of ${lines} lines matched…`,
  undoing: (done, lines) => `${done} of ${lines} matches undone…`,
  undone: (count) =>
    `${count} ${plural('en', count, 'match', 'matches')} undone: ${plural('en', count, 'the line waits', 'the lines wait')} for your decision.`,
  left: (count) => `${count} ${plural('en', count, 'line', 'lines')} left to do`,
  kept: (count) => `${count} ${plural('en', count, 'line changed since stays matched', 'lines changed since stay matched')}`,
  exceptions: 'Lines left',
  moreExceptions: (count) => `and ${count} more`,
  undoAll: 'Undo all',
  progress: 'Progress',
  keySee: 'Show the certain lines',
  close: 'Close',

  invitation: (count) =>
    count === 1
      ? 'The certain match was right. Let the next ones settle alone?'
      : `The ${count} certain matches were right. Let them settle alone?`,
  invitationWhy: 'Each will say why, and can be undone. Options holds the setting.',
  yes: 'Yes',
  later: 'Later',
  never: 'Do not ask again',
  switchedOn: 'Certain matches settle by themselves from now on.',
}

export const certainTexts: Texts<typeof fr> = { fr, en }
