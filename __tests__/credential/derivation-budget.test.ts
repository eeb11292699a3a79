import { expect, test } from '@jest/globals';
import { DerivationBudget } from '../../src/credential/derivation-budget.ts';
import { userErrorOf } from './thrown.ts';

test('a file may not derive without end, neither at once nor bit by bit', () => {
  const spend = (action: (budget: DerivationBudget) => void, times: number): void => {
    const budget = new DerivationBudget();
    for (let time = 0; time < times; time++) action(budget);
  };
  expect(() => {
    spend((budget) => {
      budget.pkcs12(600_000, 3);
    }, 3);
    spend((budget) => {
      budget.pbkdf2(600_000, 1);
    }, 16);
  }).not.toThrow();
  for (const [action, times] of [
    [
      (budget: DerivationBudget) => {
        budget.pkcs12(1_000_001, 1);
      },
      1,
    ],
    [
      (budget: DerivationBudget) => {
        budget.pkcs12(900_000, 3);
      },
      3,
    ],
    [
      (budget: DerivationBudget) => {
        budget.pbkdf2(10_000_001, 1);
      },
      1,
    ],
    [
      (budget: DerivationBudget) => {
        budget.pbkdf2(600_000, 2);
      },
      9,
    ],
    [
      (budget: DerivationBudget) => {
        budget.pbkdf2(Infinity, 1);
      },
      1,
    ],
  ] as const) {
    expect(
      userErrorOf(() => {
        spend(action, times);
      }).code,
    ).toBe('UNSUPPORTED');
  }
});
