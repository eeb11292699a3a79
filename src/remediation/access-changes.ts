import { sentenceOf, type PlannedChange } from './change.ts';

/** Sentences that say who loses or gets back access. */
interface AccessChanges {
  readonly mailboxes: readonly { readonly mailbox: string; readonly sentences: readonly string[] }[];
  readonly trustees: readonly { readonly trustee: string; readonly sentences: readonly string[] }[];
}

/** The sentences of the changes of a plan, by mailbox and by trustee. */
export function accessChanges(changes: readonly PlannedChange[]): AccessChanges {
  const sentences = changes.flatMap((change) => {
    const sentence = sentenceOf(change);
    return sentence === undefined ? [] : [{ mailbox: change.address, ...sentence }];
  });
  const ofTrustees = Map.groupBy(
    sentences.filter(({ who }) => who !== ''),
    ({ who }) => who,
  );
  return {
    mailboxes: [...Map.groupBy(sentences, ({ mailbox }) => mailbox)].map(([mailbox, own]) => ({
      mailbox,
      sentences: own.map(({ text }) => text),
    })),
    trustees: [...ofTrustees].map(([trustee, own]) => ({ trustee, sentences: own.map(({ text }) => text) })),
  };
}
