import type { ServiceContext } from '../services/context';
import { programFile } from '../services/program-files';
import { keptStatements, originalStatement, setClosing } from '../services/statements-kept';
import {
  removeMapping,
  saveMapping,
  statementMappingOf,
  statementTable,
} from '../services/statements-mapping';
import { fileFrom } from './files-in';
import { calls, REMOVED, SAVED } from './implementer';

export function statementsApi(context: ServiceContext) {
  const on = calls.statements;
  return {
    list: on.list.handler(({ input }) => keptStatements(context, input.householdId)),
    original: on.original.handler(({ input }) =>
      programFile(originalStatement(context, input.householdId, input.id)),
    ),
    setClosing: on.setClosing.handler(({ input }) => {
      setClosing(context, input.householdId, input.id, input.closing);
      return SAVED;
    }),
    table: on.table.handler(({ input }) =>
      statementTable(context, input.householdId, input.accountId, fileFrom(input.file), input.delimiter),
    ),
    mapping: on.mapping.handler(({ input }) =>
      statementMappingOf(context, input.householdId, input.accountId),
    ),
    saveMapping: on.saveMapping.handler(({ input }) => {
      saveMapping(context, input.householdId, input.accountId, input.mapping);
      return SAVED;
    }),
    removeMapping: on.removeMapping.handler(({ input }) => {
      removeMapping(context, input.householdId, input.accountId);
      return REMOVED;
    }),
  };
}
