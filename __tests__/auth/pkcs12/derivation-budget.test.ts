import { describe, expect, test } from '@jest/globals';
import { DerivationBudget } from '../../../src/auth/pkcs12/derivation-budget.ts';
import { userErrorOf } from '../thrown.ts';

type Spend = (budget: DerivationBudget) => void;

const REAL: readonly [string, Spend][] = [
  [
    'a MAC of 600,000 rounds',
    (budget) => {
      budget.pkcs12(600_000, 20, 20);
    },
  ],
  [
    'AES-256 of 600,000 rounds, HMAC-SHA-1',
    (budget) => {
      for (let bag = 0; bag < 2; bag++) budget.pbkdf2(600_000, 32, 20);
    },
  ],
  [
    'AES-256 of 600,000 rounds, HMAC-SHA-512',
    (budget) => {
      budget.pbkdf2(600_000, 32, 64);
    },
  ],
  [
    'a MAC of 300,000 rounds, SHA-256, with both forms of an empty password',
    (budget) => {
      for (let form = 0; form < 2; form++) budget.pkcs12(300_000, 32, 32);
    },
  ],
];

const ENDLESS: readonly [string, Spend][] = [
  [
    'many rounds of PKCS#12 at once',
    (budget) => {
      budget.pkcs12(630_000, 20, 20);
    },
  ],
  [
    'a long key of PKCS#12',
    (budget) => {
      budget.pkcs12(210_000, 41, 20);
    },
  ],
  [
    'many rounds of PBKDF2 at once',
    (budget) => {
      budget.pbkdf2(5_000_001, 32, 32);
    },
  ],
  [
    'a long key of PBKDF2',
    (budget) => {
      budget.pbkdf2(1_000_000, 161, 32);
    },
  ],
  [
    'a wide digest',
    (budget) => {
      budget.pbkdf2(1_100_001, 64, 64);
    },
  ],
  [
    'a wide hash of PKCS#12',
    (budget) => {
      budget.pkcs12(490_000, 64, 64);
    },
  ],
  [
    'some of one derivation and some of the other',
    (budget) => {
      budget.pkcs12(600_000, 20, 20);
      budget.pbkdf2(200_001, 20, 20);
    },
  ],
  [
    'a count beyond all numbers',
    (budget) => {
      budget.pbkdf2(Infinity, 1, 20);
    },
  ],
  [
    'many small derivations',
    (budget) => {
      for (let bag = 0; bag < 10; bag++) budget.pkcs12(63_000, 20, 20);
    },
  ],
];

describe('before the password is known to fit', () => {
  test.each(REAL)('%s', (_name, spend) => {
    expect(() => {
      spend(new DerivationBudget());
    }).not.toThrow();
  });

  test.each(ENDLESS)('not: %s', (_name, spend) => {
    expect(
      userErrorOf(() => {
        spend(new DerivationBudget());
      }).code,
    ).toBe('UNSUPPORTED');
  });
});

describe('after the MAC has fitted', () => {
  test('3DES of 600,000 rounds for key and certificates', () => {
    const budget = new DerivationBudget();
    budget.pkcs12(600_000, 20, 20);
    budget.proven();
    expect(() => {
      for (let bag = 0; bag < 2; bag++) {
        budget.pkcs12(600_000, 24, 20);
        budget.pkcs12(600_000, 8, 20);
      }
    }).not.toThrow();
  });

  test('PBES2 of 600,000 rounds with HMAC-SHA-512 for key and certificates', () => {
    const budget = new DerivationBudget();
    budget.pbkdf2(600_000, 32, 64);
    budget.proven();
    expect(() => {
      for (let bag = 0; bag < 2; bag++) budget.pbkdf2(600_000, 32, 64);
    }).not.toThrow();
  });

  test('not once more for each part that opens', () => {
    const budget = new DerivationBudget();
    for (let bag = 0; bag < 3; bag++) {
      budget.proven();
      for (const half of [4_300_000, 4_300_000]) budget.pbkdf2(half, 20, 20);
    }
    budget.proven();
    expect(
      userErrorOf(() => {
        budget.pbkdf2(200_001, 20, 20);
      }).code,
    ).toBe('UNSUPPORTED');
  });

  test('not for one derivation that alone takes longer than a second', () => {
    const budget = new DerivationBudget();
    budget.proven();
    budget.pkcs12(600_000, 24, 20);
    for (const wrong of [
      () => {
        budget.pbkdf2(10_000_000, 16, 32);
      },
      () => {
        budget.pkcs12(1_000_000, 24, 20);
      },
    ]) {
      expect(userErrorOf(wrong).code).toBe('UNSUPPORTED');
    }
  });

  test('not without end', () => {
    const budget = new DerivationBudget();
    budget.proven();
    expect(
      userErrorOf(() => {
        budget.pkcs12(3_720_000, 20, 20);
      }).code,
    ).toBe('UNSUPPORTED');
    expect(
      userErrorOf(() => {
        budget.pbkdf2(26_000_001, 20, 20);
      }).code,
    ).toBe('UNSUPPORTED');
  });
});
