import { textIn } from '../../json.ts';
import { inputName } from '../../text/audience.ts';
import { counted, listed } from '../../text/numbers.ts';
import {
  isRightEntry,
  isRightValue,
  RIGHT_PROBLEMS,
  rightCmdlet,
  rightIn,
  rightKey,
  RIGHTS_CMDLETS,
  type Right,
  type RightEntry,
} from './right-entry.ts';
import { rightsKept } from './remaining-access.ts';
import { rightsService, TRUSTEE } from './rights-service.ts';
import { hasOnly, isWholeChange, type ValueChange, type WriteTarget } from './target.ts';
import { boundRights, TRUSTEE_CMDLETS } from './trustee-identity.ts';

/** The cmdlet that plans name, since all of these cmdlets find a mailbox by the same GUID. */
const CMDLET = 'Set-Mailbox';

const HELD: Readonly<Record<Right, string>> = {
  FullAccess: 'Full Access to',
  SendAs: 'Send As for',
  SendOnBehalf: 'Send on Behalf for',
};

/** Rights on mailboxes: Full Access, Send As, Send on Behalf. */
export const right: WriteTarget<RightEntry> = {
  name: 'right',
  service: 'exchange',
  needs: { cmdlets: RIGHTS_CMDLETS, lookups: TRUSTEE_CMDLETS },
  restoredAs: 'rights',
  problems: RIGHT_PROBLEMS,
  ofRow: rightIn,
  keyOf: rightKey,
  toFile: (entry) => ({ cmdlet: CMDLET, entry }),
  fromFile: (members) => {
    const { cmdlet, entry } = members;
    return hasOnly(members, 'cmdlet', 'entry') && cmdlet === CMDLET && isRightEntry(entry) ? entry : undefined;
  },
  takes: (change) => isWholeChange(change, (value) => isRightValue(change.entry, value)),
  canSet: () => true,
  open: rightsService,
  cmdletOf: ({ entry, after }) => rightCmdlet(entry, after !== null),
  misfitOf: ({ [TRUSTEE]: problem }) => (typeof problem === 'string' ? problem : undefined),
  notes: mappingNotes,
  entries: {
    label: (entry) => entry.right,
    sentence: ({ entry, address, after }) => {
      const who = `${entry.label}${groupText(entry)}`;
      return {
        who,
        text: `${trusteeText(entry)}${groupText(entry)} ${after === null ? 'loses' : 'gets back'} ${HELD[entry.right]} ${address}${after === null ? keptText(entry) : ''}`,
      };
    },
    givenBack: (entry, _, options) =>
      entry.right === 'FullAccess' && options !== undefined ? { ...entry, autoMapping: options.autoMapping } : entry,
    asRecorded: (entry) => ({ ...entry, group: undefined, keptThrough: undefined, autoMapping: undefined }),
    namesOf: ({ entry }) => [JSON.stringify(rightKey(entry))],
    setBack: ({ writable: then }, { writable: now }) => {
      if (typeof now === 'string') return now;
      if (typeof then === 'string') return then;
      const isKind = textIn(then.value, 'inheritance') === textIn(now.value, 'inheritance');
      return isKind ? undefined : 'other-inheritance';
    },
    holders: {
      bound: async (changes, { exchange, graph }) => {
        const rights = changes.map(({ entry }) => entry);
        return exchange === undefined ? new Map() : boundRights(rights, exchange.runner, graph.groups());
      },
      keeping: async (removed, { exchange, graph }) =>
        exchange === undefined ? new Map() : rightsKept(removed, exchange.runner, graph.groups()),
      idOf: ({ trusteeId }) => trusteeId,
      isReadForUndo: ({ entry }) => entry.group !== undefined,
    },
  },
};

/** The name that the cmdlet gets, with the address behind the name of a delegate. */
function trusteeText({ trustee, label }: RightEntry): string {
  return label.toLowerCase() === trustee.toLowerCase() ? trustee : `${label} (${trustee})`;
}

/** The groups through which the trustee keeps a right, in words. */
function keptText({ keptThrough = [] }: RightEntry): string {
  const names = (isUnknown: boolean): string =>
    listed(
      keptThrough.filter((one) => (one.isUnknown === true) === isUnknown).map(({ group }) => group),
      'and',
    );
  const [known, unknown] = [names(false), names(true)];
  return [
    known === '' ? '' : `, but keeps it through ${known}`,
    unknown === '' ? '' : `, and perhaps keeps it through ${unknown}, whose members are not known`,
  ].join('');
}

function groupText({ group }: RightEntry): string {
  if (group === undefined) return '';
  const { members } = group;
  return members === undefined ? ' (a group)' : ` (a group of ${members})`;
}

/** Outlook shows a mailbox whose Full Access maps. https://learn.microsoft.com/powershell/module/exchange/add-mailboxpermission */
function mappingNotes(changes: readonly ValueChange<RightEntry>[]): readonly string[] {
  const fullAccess = changes.filter(({ entry }) => entry.right === 'FullAccess');
  const taken = fullAccess.filter(({ after }) => after === null);
  const mapped = fullAccess.filter(({ after, entry }) => after !== null && entry.autoMapping !== false);
  return [
    ...(taken.length === 0
      ? []
      : [
          `The plan takes Full Access away ${counted(taken.length, 'time', 'times')}. Whether Outlook maps these mailboxes cannot be read: an undo maps them, ` +
            `unless its plan is made with ${inputName('auto-mapping')} false.`,
        ]),
    ...(mapped.length === 0
      ? []
      : [
          `Full Access that is given back ${counted(mapped.length, 'time', 'times')} adds mailboxes to Outlook. To avoid that, make the plan with ` +
            `${inputName('auto-mapping')} false.`,
        ]),
  ];
}
