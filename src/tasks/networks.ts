import { amountFamilies } from "./amount-networks.ts";
import { argmaxFamilies } from "./argmax-networks.ts";
import { comparisonFamilies } from "./comparison-networks.ts";
import { convolutionFamilies } from "./convolutions.ts";
import { countFamilies } from "./count-networks.ts";
import { denseFamilies } from "./dense-networks.ts";
import { differenceFamilies } from "./difference-networks.ts";
import { elementaryFamilies } from "./elementary-networks.ts";
import type { Family } from "./family.ts";
import { indexFamilies } from "./index-networks.ts";
import { lifeFamilies } from "./life-networks.ts";
import { lookupFamilies } from "./lookup-networks.ts";
import { maxSatFamilies } from "./max-sat-network.ts";
import { orientationFamilies } from "./orientation-network.ts";
import { outputFamilies } from "./output-networks.ts";
import { placeFamilies } from "./place-networks.ts";
import { rowFamilies } from "./row-networks.ts";

/** Networks with known answers, by the name of their family. */
export const networkFamilies: ReadonlyMap<string, Family> = new Map([
  ...elementaryFamilies,
  ...lifeFamilies,
  ...argmaxFamilies,
  ...countFamilies,
  ...rowFamilies,
  ...comparisonFamilies,
  ...differenceFamilies,
  ...placeFamilies,
  ...lookupFamilies,
  ...amountFamilies,
  ...convolutionFamilies,
  ...indexFamilies,
  ...outputFamilies,
  ...denseFamilies,
  ...orientationFamilies,
  ...maxSatFamilies,
]);
