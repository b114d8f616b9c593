export const REASONS = {};
