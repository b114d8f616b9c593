/** What the menu of experiments shows for settings of nobody's paper. */
export const OWN_SETTINGS = 'Your own settings';
