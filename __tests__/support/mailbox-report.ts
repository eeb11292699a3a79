import type { ReportDefinition } from '../../src/reports/definition.ts';
import { isTable, type AnyReport } from '../../src/reports/table.ts';

/** A report about mailboxes. Throws for one about the tenant. */
export function mailboxReport(report: AnyReport): ReportDefinition {
  if (isTable(report)) throw new Error(`${report.name} is about the tenant`);
  return report;
}
