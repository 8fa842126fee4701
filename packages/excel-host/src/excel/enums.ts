/** Enums of the Excel namespace. Written by scripts/enums.mjs from @types/office-js; do not edit. */

/** `columnClustered` is `ColumnClustered`; those that are called otherwise are given apart. */
function texts(plain: string, odd: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const named = plain.split(' ').filter(Boolean);
  return {
    ...Object.fromEntries(named.map((text) => [text.charAt(0).toLowerCase() + text.slice(1), text])),
    ...odd,
  };
}

export const ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AutoFillType: texts(
    'FillDefault FillCopy FillSeries FillFormats FillValues FillDays FillWeekdays FillMonths FillYears LinearTrend GrowthTrend FlashFill',
  ),
  BorderIndex: texts(
    'EdgeTop EdgeBottom EdgeLeft EdgeRight InsideVertical InsideHorizontal DiagonalDown DiagonalUp',
  ),
  BorderLineStyle: texts('None Continuous Dash DashDot DashDotDot Dot Double SlantDashDot'),
  BorderWeight: texts('Hairline Thin Medium Thick'),
  BuiltInStyle: texts(
    'Normal Comma Currency Percent WholeComma WholeDollar Hlink HlinkTrav Note WarningText Emphasis1 Emphasis2 Emphasis3 SheetTitle Heading1 Heading2 Heading3 Heading4 Input Output Calculation CheckCell LinkedCell Total Good Bad Neutral Accent1 Accent1_20 Accent1_40 Accent1_60 Accent2 Accent2_20 Accent2_40 Accent2_60 Accent3 Accent3_20 Accent3_40 Accent3_60 Accent4 Accent4_20 Accent4_40 Accent4_60 Accent5 Accent5_20 Accent5_40 Accent5_60 Accent6 Accent6_20 Accent6_40 Accent6_60 ExplanatoryText',
  ),
  CalculationMode: texts('Automatic AutomaticExceptTables Manual'),
  CalculationState: texts('Done Calculating Pending'),
  CalculationType: texts('Recalculate Full FullRebuild'),
  ChartAxisCategoryType: texts('Automatic TextAxis DateAxis'),
  ChartAxisGroup: texts('Primary Secondary'),
  ChartAxisPosition: texts('Automatic Maximum Minimum Custom'),
  ChartAxisScaleType: texts('Linear Logarithmic'),
  ChartAxisTickLabelPosition: texts('NextToAxis High Low None'),
  ChartAxisTickMark: texts('None Cross Inside Outside'),
  ChartAxisType: texts('Invalid Category Value Series'),
  ChartDataLabelPosition: texts(
    'Invalid None Center InsideEnd InsideBase OutsideEnd Left Right Top Bottom BestFit Callout',
  ),
  ChartDisplayBlanksAs: texts('NotPlotted Zero Interplotted'),
  ChartLegendPosition: texts('Invalid Top Bottom Left Right Corner Custom'),
  ChartLineStyle: texts(
    'None Continuous Dash DashDot DashDotDot Dot Grey25 Grey50 Grey75 Automatic RoundDot',
  ),
  ChartMarkerStyle: texts(
    'Invalid Automatic None Square Diamond Triangle X Star Dot Dash Circle Plus Picture',
  ),
  ChartSeriesBy: texts('Auto Columns Rows'),
  ChartTitlePosition: texts('Automatic Top Bottom Left Right'),
  ChartType: texts(
    'Invalid ColumnClustered ColumnStacked ColumnStacked100 BarClustered BarStacked BarStacked100 LineStacked LineStacked100 LineMarkers LineMarkersStacked LineMarkersStacked100 PieOfPie PieExploded BarOfPie AreaStacked AreaStacked100 DoughnutExploded RadarMarkers RadarFilled Surface SurfaceWireframe SurfaceTopView SurfaceTopViewWireframe Bubble Bubble3DEffect StockHLC StockOHLC StockVHLC StockVOHLC CylinderColClustered CylinderColStacked CylinderColStacked100 CylinderBarClustered CylinderBarStacked CylinderBarStacked100 CylinderCol ConeColClustered ConeColStacked ConeColStacked100 ConeBarClustered ConeBarStacked ConeBarStacked100 ConeCol PyramidColClustered PyramidColStacked PyramidColStacked100 PyramidBarClustered PyramidBarStacked PyramidBarStacked100 PyramidCol Line Pie Area Doughnut Radar Histogram Boxwhisker Pareto RegionMap Treemap Waterfall Sunburst Funnel',
    {
      _3DColumnClustered: '3DColumnClustered',
      _3DColumnStacked: '3DColumnStacked',
      _3DColumnStacked100: '3DColumnStacked100',
      _3DBarClustered: '3DBarClustered',
      _3DBarStacked: '3DBarStacked',
      _3DBarStacked100: '3DBarStacked100',
      _3DPieExploded: '3DPieExploded',
      xyscatterSmooth: 'XYScatterSmooth',
      xyscatterSmoothNoMarkers: 'XYScatterSmoothNoMarkers',
      xyscatterLines: 'XYScatterLines',
      xyscatterLinesNoMarkers: 'XYScatterLinesNoMarkers',
      _3DAreaStacked: '3DAreaStacked',
      _3DAreaStacked100: '3DAreaStacked100',
      _3DColumn: '3DColumn',
      _3DLine: '3DLine',
      _3DPie: '3DPie',
      xyscatter: 'XYScatter',
      _3DArea: '3DArea',
    },
  ),
  ChartUnderlineStyle: texts('None Single'),
  ClearApplyTo: texts('All Formats Contents Hyperlinks RemoveHyperlinks ResetContents'),
  CloseBehavior: texts('Save SkipSave'),
  ConditionalCellValueOperator: texts(
    'Invalid Between NotBetween EqualTo NotEqualTo GreaterThan LessThan GreaterThanOrEqual LessThanOrEqual',
  ),
  ConditionalFormatColorCriterionType: texts(
    'Invalid LowestValue HighestValue Number Percent Formula Percentile',
  ),
  ConditionalFormatPresetCriterion: texts(
    'Invalid Blanks NonBlanks Errors NonErrors Yesterday Today Tomorrow LastSevenDays LastWeek ThisWeek NextWeek LastMonth ThisMonth NextMonth AboveAverage BelowAverage EqualOrAboveAverage EqualOrBelowAverage OneStdDevAboveAverage OneStdDevBelowAverage TwoStdDevAboveAverage TwoStdDevBelowAverage ThreeStdDevAboveAverage ThreeStdDevBelowAverage UniqueValues DuplicateValues',
  ),
  ConditionalFormatType: texts(
    'Custom DataBar ColorScale IconSet TopBottom PresetCriteria ContainsText CellValue',
  ),
  ConditionalTextOperator: texts('Invalid Contains NotContains BeginsWith EndsWith'),
  ConditionalTopBottomCriterionType: texts('Invalid TopItems TopPercent BottomItems BottomPercent'),
  DataChangeType: texts(
    'Unknown RangeEdited RowInserted RowDeleted ColumnInserted ColumnDeleted CellInserted CellDeleted',
  ),
  DataValidationAlertStyle: texts('Stop Warning Information'),
  DataValidationOperator: texts(
    'Between NotBetween EqualTo NotEqualTo GreaterThan LessThan GreaterThanOrEqualTo LessThanOrEqualTo',
  ),
  DataValidationType: texts(
    'None WholeNumber Decimal List Date Time TextLength Custom Inconsistent MixedCriteria',
  ),
  DeleteShiftDirection: texts('Up Left'),
  DocumentPropertyType: texts('Number Boolean Date String Float'),
  ErrorCodes: texts(
    'AccessDenied ApiNotFound Conflict DirtySupportingFormula EmptyChartSeries FilteredRangeConflict FormulaLengthExceedsLimit GeneralException InactiveWorkbook InsertDeleteConflict InvalidArgument InvalidBinding InvalidOperation InvalidReference InvalidSelection ItemAlreadyExists ItemNotFound MergedRangeConflict NonBlankCellOffSheet NotImplemented OpenWorkbookLinksBlocked OperationCellsExceedLimit PivotTableRangeConflict PowerQueryRefreshResourceChallenge RangeExceedsLimit RangeImageExceedsLimit RefreshWorkbookLinksBlocked RequestAborted ResponsePayloadSizeLimitExceeded UnsupportedFeature UnsupportedFillType UnsupportedOperation UnsupportedSheet InvalidOperationInCellEditMode',
  ),
  EventSource: texts('Local Remote'),
  EventTriggerSource: texts('Unknown ThisLocalAddin'),
  EventType: texts(
    'WorksheetChanged WorksheetSelectionChanged WorksheetAdded WorksheetActivated WorksheetDeactivated TableChanged TableSelectionChanged WorksheetDeleted ChartAdded ChartActivated ChartDeactivated ChartDeleted WorksheetCalculated VisualSelectionChanged TableAdded TableDeleted TableFiltered WorksheetFiltered ShapeActivated ShapeDeactivated VisualChange WorkbookAutoSaveSettingChanged WorksheetFormatChanged RibbonCommandExecuted WorksheetRowSorted WorksheetColumnSorted WorksheetSingleClicked WorksheetRowHiddenChanged CommentAdded CommentDeleted CommentChanged WorksheetFormulaChanged WorkbookActivated LinkedWorkbookWorkbookLinksChanged LinkedWorkbookRefreshCompleted WorksheetProtectionChanged WorksheetNameChanged WorksheetVisibilityChanged WorksheetMoved LinkedEntityDataDomainLinkedEntityDataDomainAdded LinkedEntityDataDomainRefreshCompleted LinkedEntityDataDomainRefreshModeChanged LinkedEntityDataDomainLinkedEntityCellValueLoaded',
  ),
  FillPattern: texts(
    'None Solid Gray50 Gray75 Gray25 Horizontal Vertical Down Up Checker SemiGray75 LightHorizontal LightVertical LightDown LightUp Grid CrissCross Gray16 Gray8 LinearGradient RectangularGradient',
  ),
  FilterOn: texts(
    'BottomItems BottomPercent CellColor Dynamic FontColor Values TopItems TopPercent Icon Custom',
  ),
  FilterOperator: texts('And Or'),
  HeaderFooterState: texts('Default FirstAndDefault OddAndEven FirstOddAndEven'),
  HorizontalAlignment: texts('General Left Center Right Fill Justify CenterAcrossSelection Distributed'),
  InsertShiftDirection: texts('Down Right'),
  KeyboardDirection: texts('Left Right Up Down'),
  NamedItemScope: texts('Worksheet Workbook'),
  NamedItemType: texts('String Integer Double Boolean Range Error Array'),
  PageOrientation: texts('Portrait Landscape'),
  PaperType: texts(
    'Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal FanfoldUS FanfoldStdGerman FanfoldLegalGerman',
  ),
  PrintComments: texts('NoComments EndSheet InPlace'),
  PrintErrorType: texts('AsDisplayed Blank Dash NotAvailable'),
  PrintMarginUnit: texts('Points Inches Centimeters'),
  PrintOrder: texts('DownThenOver OverThenDown'),
  ProtectionSelectionMode: texts('Normal Unlocked None'),
  RangeCopyType: texts('All Formulas Values Formats Link'),
  RangeUnderlineStyle: texts('None Single Double SingleAccountant DoubleAccountant'),
  RangeValueType: texts('Unknown Empty String Integer Double Boolean Error RichValue'),
  ReadingOrder: texts('Context LeftToRight RightToLeft'),
  SaveBehavior: texts('Save Prompt'),
  SearchDirection: texts('Forward Backwards'),
  SheetVisibility: texts('Visible Hidden VeryHidden'),
  SortMethod: texts('PinYin StrokeCount'),
  SortOn: texts('Value CellColor FontColor Icon'),
  SortOrientation: texts('Rows Columns'),
  VerticalAlignment: texts('Top Center Bottom Justify Distributed'),
  WorksheetPositionType: texts('None Before After Beginning End'),
};
