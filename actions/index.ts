import type { ActionDefinition, CommonInputs } from '../shared/action/index.ts';
import type { ActionName } from '../shared/config/index.ts';
import { action as deployModel } from './deploy-model/main.ts';
import { action as evaluateGate } from './evaluate-gate/main.ts';
import { action as exportTflite } from './export-tflite/main.ts';
import { action as reportDrift } from './report-drift/main.ts';
import { action as trainModel } from './train-model/main.ts';
import { action as validateData } from './validate-data/main.ts';

/** The inputs of an action are its own business: here they only travel from `parseInputs` to `run`. */
export type AnyAction = ActionDefinition<CommonInputs>;

function asAny<Inputs extends CommonInputs>(action: ActionDefinition<Inputs>): AnyAction {
  const { artifacts } = action;
  return {
    name: action.name,
    parseInputs: (reader) => action.parseInputs(reader),
    run: (inputs, ports) => action.run(inputs as Inputs, ports),
    ...(artifacts === undefined
      ? {}
      : { artifacts: (inputs, name) => artifacts(inputs as Inputs, name) }),
  };
}

export const ACTIONS: Readonly<Record<ActionName, AnyAction>> = {
  'validate-data': asAny(validateData),
  'train-model': asAny(trainModel),
  'evaluate-gate': asAny(evaluateGate),
  'export-tflite': asAny(exportTflite),
  'deploy-model': asAny(deployModel),
  'report-drift': asAny(reportDrift),
};
