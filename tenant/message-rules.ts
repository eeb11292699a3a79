import type { Json, JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import { folderId } from './folder-tree.ts';
import type { People } from './people.ts';
import { insider, outsider, target } from './recipients.ts';

/** https://learn.microsoft.com/graph/api/resources/messagerule */
export const RULE_PROPERTIES = [
  'id',
  'displayName',
  'sequence',
  'isEnabled',
  'hasError',
  'isReadOnly',
  'conditions',
  'exceptions',
  'actions',
] as const;

/** The rules of a mailbox as Graph has them, and those that only Exchange has, and only on request. */
export interface MailboxRules {
  readonly shown: readonly JsonObject[];
  readonly hidden: readonly JsonObject[];
  /** The name of a folder that an ID of Graph names; the ID itself if there is none. */
  readonly folderName: (id: string) => string;
}

/** The number of a folder of every mailbox. */
const ARCHIVE = 6;
const NAMES = [
  'From the boss',
  'Newsletters',
  'Remove spam',
  'Project X',
  'Kopie an die Vertretung',
  'Vacances',
  '転送',
  `=cmd|' /C calc'!A0`,
  '::error::rule',
  '<b>bold</b>; "quoted"',
  '.',
] as const;

/**
 * The inbox rules of a mailbox, in their sequence.
 * @param count how many; undefined for as many as the seed has it
 */
export function messageRules(people: People, position: number, seed: number, count: number | undefined): JsonObject[] {
  const chance = new Chance(seed ^ 0x72756c65, position);
  if (!people.habits.hasHostileTexts) return ordinaryRules(people, position, seed, chance);
  const lot = chance.next();
  const drawn = lot < 0.35 ? 0 : lot < 0.6 ? 1 : 2 + chance.below(5);
  return Array.from({ length: count ?? drawn }, (_, at) => rule(people, position, seed, at + 1, chance));
}

/** What people let rules do. */
const ORDINARY: readonly [OrdinaryRule, ...OrdinaryRule[]] = [
  { name: 'Newsletters', conditions: { senderContains: ['newsletter'] }, moves: true },
  { name: 'Invoices', conditions: { subjectContains: ['invoice'], hasAttachments: true }, moves: true },
  { name: 'Project Aurora', conditions: { subjectContains: ['Aurora'] }, moves: true },
  { name: 'Travel', conditions: { senderContains: ['travel'] }, moves: true },
  {
    name: 'Time sheets',
    conditions: { subjectContains: ['time sheet'] },
    actions: { assignCategories: ['Green category'] },
  },
  { name: 'Orders', conditions: { subjectContains: ['order'] }, actions: { assignCategories: ['Blue category'] } },
  { name: 'Sent to me only', conditions: { sentOnlyToMe: true }, actions: { assignCategories: ['Red category'] } },
  { name: 'Urgent requests', conditions: { subjectContains: ['urgent'] }, actions: { markImportance: 'high' } },
  { name: 'Copy to my deputy', conditions: { subjectContains: ['contract'] }, forwards: 'inside' },
];
const OUTSIDE: readonly [OrdinaryRule, ...OrdinaryRule[]] = [
  { name: 'To my private mailbox', conditions: { sentToMe: true }, forwards: 'outside' },
  { name: 'Copy to our partner', conditions: { subjectContains: ['Aurora'] }, forwards: 'outside' },
];

const HIDING: OrdinaryRule = {
  name: 'Build results',
  conditions: { senderContains: ['build'] },
  moves: true,
  actions: { markAsRead: true },
};

interface OrdinaryRule {
  readonly name: string;
  readonly conditions: JsonObject;
  readonly actions?: JsonObject;
  /** Whether it moves to the archive. */
  readonly moves?: boolean;
  readonly forwards?: 'inside' | 'outside';
}

function ordinaryRules(people: People, position: number, seed: number, chance: Chance): JsonObject[] {
  const kind = people.kind(position);
  if (kind !== 'user' && kind !== 'shared') return [];
  const lot = chance.next();
  const all = [...ORDINARY];
  chance.shuffle(all);
  const chosen = all.slice(0, lot < 0.72 ? 0 : lot < 0.9 ? 1 : 2 + chance.below(2));
  const { rulesOutside } = people.habits;
  if (kind === 'user' && chance.next() < rulesOutside) chosen.push(chance.pick(OUTSIDE));
  if (kind === 'user' && chance.next() < rulesOutside) chosen.push(HIDING);
  return chosen.map(({ name, conditions, actions = {}, moves = false, forwards }, at) => {
    const recipient = forwards === 'outside' ? outsider(people, chance) : insider(people, chance);
    return {
      id: ruleId(at + 1, chance),
      displayName: name,
      sequence: at + 1,
      isEnabled: chance.next() >= 0.06,
      hasError: chance.next() < 0.01,
      isReadOnly: false,
      conditions,
      actions: {
        ...(moves ? { moveToFolder: folderId(seed, position, ARCHIVE) } : {}),
        ...(forwards === undefined ? {} : { forwardTo: [{ emailAddress: recipient }] }),
        ...actions,
        stopProcessingRules: true,
      },
    };
  });
}

function ruleId(sequence: number, chance: Chance): string {
  const id = Buffer.alloc(8);
  id.writeUInt32BE(0x01000000, 0);
  id.writeUInt32BE((chance.below(2 ** 20) * 4096 + (sequence % 4096)) >>> 0, 4);
  return id.toString('base64');
}

function rule(people: People, position: number, seed: number, sequence: number, chance: Chance): JsonObject {
  const start: JsonObject = {
    id: ruleId(sequence, chance),
    displayName: chance.pick(NAMES),
    sequence,
    isEnabled: chance.next() >= 0.1,
    hasError: chance.next() < 0.06,
    isReadOnly: false,
  };
  const form = chance.next();
  // Client-only rules and rules that were created through MAPI: Graph shows only that they exist.
  if (form < 0.06) return { ...start, isReadOnly: true };
  if (form < 0.12) return { ...start, isReadOnly: true, conditions: null, exceptions: null, actions: null };
  return {
    ...start,
    isReadOnly: form < 0.16,
    ...(chance.next() < 0.9 ? { conditions: predicates(people, chance) } : {}),
    ...(chance.next() < 0.15 ? { exceptions: predicates(people, chance) } : {}),
    actions: actions(people, chance, (number) => folderId(seed, position, number)),
  };
}

/** https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
function predicates(people: People, chance: Chance): JsonObject {
  const all: JsonObject = {
    subjectContains: ['invoice', '=1+1'],
    senderContains: ['newsletter'],
    fromAddresses: [target(people, chance)],
    sentToMe: true,
    hasAttachments: true,
    importance: 'high',
    withinSizeRange: { minimumSize: 100, maximumSize: 5000 },
  };
  const names = Object.keys(all);
  const first = chance.below(names.length);
  const chosen = chance.next() < 0.7 ? 1 : 2;
  return Object.fromEntries(Object.entries(all).filter((_, at) => at === first || (chosen === 2 && at === first + 1)));
}

/** https://learn.microsoft.com/graph/api/resources/messageruleactions */
function actions(people: People, chance: Chance, folder: (number: number) => string): JsonObject {
  const lot = chance.next();
  const stop = chance.next() < 0.7 ? { stopProcessingRules: true } : {};
  const targets = (): Json[] => {
    const count = chance.next() < 0.7 ? 1 : 2 + chance.below(3);
    return Array.from({ length: count }, () => target(people, chance));
  };
  if (lot < 0.14) return { ...stop, forwardTo: targets() };
  if (lot < 0.24) return { ...stop, redirectTo: targets() };
  if (lot < 0.32) return { ...stop, forwardAsAttachmentTo: targets() };
  if (lot < 0.36) return { ...stop, forwardTo: targets(), redirectTo: targets(), delete: true };
  if (lot < 0.46) return { ...stop, delete: true };
  if (lot < 0.52) return { ...stop, permanentDelete: true };
  if (lot < 0.62) return { ...stop, moveToFolder: folder(4), markAsRead: true };
  if (lot < 0.84) return { ...stop, moveToFolder: folder(1 + chance.below(6)) };
  if (lot < 0.88) return { ...stop, moveToFolder: folder(6), markAsRead: false, delete: false };
  if (lot < 0.92) return { ...stop, copyToFolder: folder(6), markImportance: 'low' };
  if (lot < 0.96) return { ...stop, markAsRead: true };
  return { ...stop, assignCategories: ['Red category', '=Yellow'] };
}
