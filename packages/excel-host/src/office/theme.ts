/** The colours of Office, as an add-in reads them to look at home. */
export const WHITE_THEME: Office.OfficeTheme = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#F5F5F5',
  controlForegroundColor: '#242424',
  isDarkTheme: false,
  themeId: 3,
};

export const BLACK_THEME: Office.OfficeTheme = {
  bodyBackgroundColor: '#262626',
  bodyForegroundColor: '#FFFFFF',
  controlBackgroundColor: '#1F1F1F',
  controlForegroundColor: '#FFFFFF',
  isDarkTheme: true,
  themeId: 2,
};
