import { count, counted } from '../text/numbers.ts';
import { isUnset, type PlannedChange } from './change.ts';
import type { RemediateInputs } from './inputs.ts';
import type { Plan } from './plan-file.ts';

/** What people should know about a plan before they approve it, in sentences. */
export function planNotes(
  { changes, counts }: Pick<Plan, 'changes' | 'counts'>,
  { maxChanges = Infinity }: Pick<RemediateInputs, 'maxChanges'>,
): readonly string[] {
  const lasting = changes.filter((change) => isUnset(change, change.before)).length;
  const { unread } = counts;
  return [
    ...(changes.length > maxChanges
      ? [
          `The plan has ${counted(changes.length, 'change', 'changes')}, and "max-changes" allows ${count(maxChanges)}: it is not applied ` +
            'unless "max-changes" is raised.',
        ]
      : []),
    ...(unread > 0 ? [`${counted(unread, 'mailbox', 'mailboxes')} could not be read and will not be changed.`] : []),
    ...(lasting > 0
      ? [
          `${counted(lasting, 'change has', 'changes have')} no earlier value in Graph that could be restored: an undo leaves them.`,
        ]
      : []),
    ...sideEffects(changes),
  ];
}

/** What the changes do, or may do, besides. In sentences. */
function sideEffects(changes: readonly PlannedChange[]): readonly string[] {
  const mailboxes = (isAffected: (change: PlannedChange) => boolean): number =>
    new Set(changes.filter(isAffected).map(({ address }) => address.toLowerCase())).size;
  const ruled = mailboxes(({ inboxRule }) => inboxRule !== undefined);
  const blocked = mailboxes(({ setting, after }) => setting === 'OWAEnabled' && after === false);
  return [
    // https://learn.microsoft.com/powershell/module/exchangepowershell/disable-inboxrule
    ...(ruled === 0
      ? []
      : [
          `The plan changes inbox rules of ${counted(ruled, 'mailbox', 'mailboxes')}. Exchange's cmdlets delete the client-side ` +
            'rules of Outlook in a mailbox when they change one of its rules. Whether Graph does is unknown, and deleted rules cannot be restored.',
        ]),
    // https://learn.microsoft.com/powershell/module/exchangepowershell/set-casmailbox
    ...(blocked === 0
      ? []
      : [
          `The plan sets OWAEnabled to false in ${counted(blocked, 'mailbox', 'mailboxes')}, which blocks Outlook on the web and ` +
            'the new Outlook for Windows.',
        ]),
  ];
}
