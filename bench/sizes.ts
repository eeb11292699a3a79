/** How much each scenario measures. */
export const FULL = {
  latency: { mailboxes: 2_000, oneByOne: 200 },
  cpu: { mailboxes: 100_000, many: 300_000 },
  start: { mailboxes: 20 },
  reports: { mailboxes: 5_000 },
  policy: { mailboxes: 100_000, many: 300_000 },
  /** `changedEvery`: one mailbox in this number differs from the earlier report. */
  compare: { mailboxes: 100_000, changedEvery: 50 },
  /** `openings`: how often a browser opens the page, at least. `filter`: a number that some addresses contain. */
  page: { mailboxes: 100_000, many: 300_000, changedEvery: 10, openings: 3, filter: 77 },
  /** `limit`: mailboxes a second. `retryAfter`: the seconds of the second case. */
  throttle: { mailboxes: 30_000, limit: 1_000, retryAfter: 10 },
  /** `refusedEvery`: one batch in this number is refused. */
  stray: { mailboxes: 10_000, refusedEvery: 11 },
  shards: { mailboxes: 100_000, shards: 8 },
  exchange: { mailboxes: 100_000 },
  listings: { mailboxes: 100_000 },
  /** With some 100,000 grants. */
  access: { mailboxes: 30_000, groups: 5_000 },
  applications: { mailboxes: 100_000, applications: 300, consents: 50_000 },
  /** Each mailbox has three addresses. */
  addresses: { mailboxes: 100_000, groups: 1_000 },
  mailboxes: { mailboxes: 100_000 },
  /** Some addresses have no mailbox. */
  remediate: { mailboxes: 6_500, changes: 5_000 },
  /** One mailbox in five gives a right, so that `changed` mailboxes have some 5,000. */
  rights: { mailboxes: 17_000, changed: 3_300 },
  /** `forwardsEvery`: one mailbox in this number forwards in every third report. */
  history: { mailboxes: 10_000, reports: 90, forwardsEvery: 500 },
};

export type ScenarioName = keyof typeof FULL;

export type Sizes = { readonly [Name in ScenarioName]: Readonly<Record<keyof (typeof FULL)[Name], number>> };

/** What is just enough to see that each scenario runs, and that its results are correct. */
export const SMALL: Sizes = {
  latency: { mailboxes: 40, oneByOne: 10 },
  cpu: { mailboxes: 40, many: 60 },
  start: { mailboxes: 20 },
  reports: { mailboxes: 40 },
  policy: { mailboxes: 40, many: 60 },
  compare: { mailboxes: 40, changedEvery: 5 },
  page: { mailboxes: 40, many: 60, changedEvery: 5, openings: 1, filter: 2 },
  throttle: { mailboxes: 100, limit: 40, retryAfter: 2 },
  stray: { mailboxes: 80, refusedEvery: 3 },
  shards: { mailboxes: 40, shards: 2 },
  exchange: { mailboxes: 40 },
  listings: { mailboxes: 40 },
  access: { mailboxes: 40, groups: 10 },
  applications: { mailboxes: 40, applications: 30, consents: 20 },
  addresses: { mailboxes: 40, groups: 10 },
  mailboxes: { mailboxes: 40 },
  remediate: { mailboxes: 40, changes: 20 },
  rights: { mailboxes: 80, changed: 10 },
  history: { mailboxes: 40, reports: 6, forwardsEvery: 1 },
};
