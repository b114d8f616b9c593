import { rhoPanel } from './rho.tsx';
import type { PanelSpec } from './spec.ts';

/** The picture of ρ, which has c_μ beside it for data with a signal, in the terms of that data. */
export const gammaRhoPanel: PanelSpec = {
  ...rhoPanel,
  id: 'gamma-rho',
  title: 'Coefficients of signal and noise',
};
